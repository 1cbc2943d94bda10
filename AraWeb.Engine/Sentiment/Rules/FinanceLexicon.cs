using System.Collections.Frozen;
using System.Globalization;

namespace AraWeb.Engine.Sentiment.Rules;

/// <summary>The words of <c>finance-lexicon.txt</c>: what each does, and what it says by itself. Phrases of two or three words are joined by hyphens.</summary>
internal static class FinanceLexicon
{
    private const int LongestPhrase = 3;
    private static readonly FrozenDictionary<string, LexiconWord> Words = Read();

    private static readonly FrozenSet<string> Phrases = Words.Keys.Where(word => word.Contains('-', StringComparison.Ordinal))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> PhraseHeads = Phrases.Select(phrase => phrase[..phrase.IndexOf('-', StringComparison.Ordinal)])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is known of a word; nothing of most.</summary>
    public static LexiconWord Find(string word) => Words.GetValueOrDefault(word);

    /// <summary>The same tokens with known phrases joined.</summary>
    public static List<string> Join(List<string> tokens)
    {
        var joined = new List<string>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var taken = PhraseHeads.Contains(tokens[i]) ? PhraseAt(tokens, i, joined) : 0;
            if (taken == 0)
            {
                joined.Add(tokens[i]);
                taken = 1;
            }

            i += taken;
        }

        return joined;
    }

    private static int PhraseAt(List<string> tokens, int start, List<string> joined)
    {
        for (var count = Math.Min(LongestPhrase, tokens.Count - start); count > 1; count--)
        {
            var phrase = string.Join('-', tokens.GetRange(start, count));
            if (Phrases.Contains(phrase))
            {
                joined.Add(phrase);
                return count;
            }
        }

        return 0;
    }

    private static FrozenDictionary<string, LexiconWord> Read()
    {
        using var stream = typeof(FinanceLexicon).Assembly.GetManifestResourceStream("finance-lexicon.txt")
            ?? throw new InvalidOperationException("The lexicon is not in the assembly.");
        using var reader = new StreamReader(stream);
        var words = new Dictionary<string, LexiconWord>(StringComparer.Ordinal);
        var (role, value) = (WordRole.None, 0.0);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                (role, value) = Group(line[1..^1]);
            }
            else if (!line.StartsWith('#'))
            {
                foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    var known = words.GetValueOrDefault(word);
                    words[word] = new LexiconWord(known.Roles | role, known.Value == 0 ? value : known.Value);
                }
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A head is <c>positive 0.5</c>, <c>negative 1.0</c> or the name of a role.</summary>
    private static (WordRole Role, double Value) Group(string head)
    {
        var parts = head.Split(' ');
        return parts[0] switch
        {
            "positive" => (WordRole.None, double.Parse(parts[1], CultureInfo.InvariantCulture)),
            "negative" => (WordRole.None, -double.Parse(parts[1], CultureInfo.InvariantCulture)),
            _ => (Enum.Parse<WordRole>(parts[0], ignoreCase: true), 0),
        };
    }
}
