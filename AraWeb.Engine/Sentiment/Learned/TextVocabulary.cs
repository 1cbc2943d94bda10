using AraWeb.Engine.Sentiment.Rules;

namespace AraWeb.Engine.Sentiment.Learned;

/// <summary>
/// Texts as rows of numbers: words and pairs of words (term frequency damped by the logarithm, times inverse document frequency, the row of length one), what
/// the rules marked, and the rules' balance. Numbers count as one word, so that amounts are not learned by heart. Learned from training texts alone.
/// </summary>
internal sealed class TextVocabulary
{
    /// <summary>Columns that the balance of the rules takes.</summary>
    private const int RuleColumns = 5;

    /// <summary>Marks count half as much as a word alone in its text.</summary>
    private const double MarkValue = 0.5;

    private readonly Dictionary<string, int> _terms;
    private readonly Dictionary<string, int> _marks;
    private readonly double[] _rarity;

    /// <summary>Makes one of what was learned.</summary>
    /// <param name="terms">[W] words and pairs.</param>
    /// <param name="rarity">[W] inverse document frequencies.</param>
    /// <param name="marks">[M] marks of the rules.</param>
    public TextVocabulary(IReadOnlyList<string> terms, double[] rarity, IReadOnlyList<string> marks)
    {
        (_terms, _marks, _rarity) = (Numbered(terms), Numbered(marks), rarity);
        (Terms, Marks) = (terms, marks);
    }

    /// <summary>[W] words and pairs.</summary>
    public IReadOnlyList<string> Terms { get; }

    /// <summary>[W] inverse document frequencies.</summary>
    public IReadOnlyList<double> Rarity => _rarity;

    /// <summary>[M] marks of the rules.</summary>
    public IReadOnlyList<string> Marks { get; }

    /// <summary>Columns of a row.</summary>
    public int Columns => Terms.Count + Marks.Count + RuleColumns;

    /// <summary>Learns which words there are and how rare each is.</summary>
    public static TextVocabulary Learn(IReadOnlyList<LabelledText> texts)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var marks = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var term in TermsOf(text.Text).ToHashSet(StringComparer.Ordinal))
            {
                counts[term] = counts.GetValueOrDefault(term) + 1;
            }

            marks.UnionWith(RuleReading.Of(text.Text).Marks);
        }

        return new TextVocabulary([.. counts.Keys], [.. counts.Values.Select(count => Math.Log((1.0 + texts.Count) / (1 + count)) + 1)], [.. marks]);
    }

    /// <summary>The row of a text.</summary>
    public SparseRow Row(string text)
    {
        var row = new SortedDictionary<int, double>();
        foreach (var term in TermsOf(text))
        {
            if (_terms.TryGetValue(term, out var column))
            {
                row[column] = row.GetValueOrDefault(column) + 1;
            }
        }

        var squares = 0.0;
        foreach (var column in row.Keys.ToArray())
        {
            row[column] = (1 + Math.Log(row[column])) * _rarity[column];
            squares += row[column] * row[column];
        }

        var columns = new List<int>(row.Keys);
        var values = row.Values.Select(value => value / Math.Sqrt(squares)).ToList();
        var reading = RuleReading.Of(text);
        foreach (var mark in reading.Marks.Distinct(StringComparer.Ordinal))
        {
            if (_marks.TryGetValue(mark, out var column))
            {
                columns.Add(Terms.Count + column);
                values.Add(MarkValue);
            }
        }

        AddBalance(reading.Balance, columns, values);
        return new SparseRow([.. columns], [.. values]);
    }

    private void AddBalance(double balance, List<int> columns, List<double> values)
    {
        var near = Math.Tanh(balance / 1.5);
        double[] seen = [near, Math.Tanh(balance / 4), Math.Abs(near), balance > RuleScorer.PositiveFrom ? 1 : 0, balance < RuleScorer.NegativeFrom ? 1 : 0];
        for (var i = 0; i < RuleColumns; i++)
        {
            columns.Add(Terms.Count + Marks.Count + i);
            values.Add(seen[i]);
        }
    }

    /// <summary>Words and pairs of neighbours; numbers as one word, marks but the per cent sign left out.</summary>
    private static IEnumerable<string> TermsOf(string text)
    {
        string? before = null;
        foreach (var token in TextTokens.Of(text))
        {
            var word = TextTokens.IsNumber(token) ? "0" : token;
            if (!char.IsAsciiLetterOrDigit(word[0]) && word[0] != '%')
            {
                continue;
            }

            yield return word;
            if (before is not null)
            {
                yield return before + " " + word;
            }

            before = word;
        }
    }

    private static Dictionary<string, int> Numbered(IReadOnlyList<string> names)
    {
        var numbers = new Dictionary<string, int>(names.Count, StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            numbers[names[i]] = i;
        }

        return numbers;
    }
}
