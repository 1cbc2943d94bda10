namespace AraWeb.Engine.Sentiment;

/// <summary>
/// Breaks a text into lower-case words, numbers as they are written, per cent signs and marks that end a clause. Other characters only separate.
/// </summary>
internal static class TextTokens
{
    /// <summary>Characters of a text that are read.</summary>
    public const int LongestText = 20_000;

    private const string Marks = ".;:,()%";

    /// <summary>The tokens.</summary>
    public static List<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var length = Math.Min(text.Length, LongestText);
        var tokens = new List<string>(length / 5);
        for (var i = 0; i < length;)
        {
            var end = char.IsAsciiLetter(text[i]) ? EndOfWord(text, i, length) : char.IsAsciiDigit(text[i]) ? EndOfNumber(text, i, length) : i;
            if (end > i)
            {
                tokens.Add(text[i..end].ToLowerInvariant().Replace('\u2019', '\''));
                i = end;
                continue;
            }

            if (Marks.Contains(text[i], StringComparison.Ordinal))
            {
                tokens.Add(text[i].ToString());
            }

            i++;
        }

        return tokens;
    }

    /// <summary>Whether a token is a number.</summary>
    public static bool IsNumber(string token) => char.IsAsciiDigit(token[0]);

    /// <summary>Letters, with an apostrophe between two of them.</summary>
    private static int EndOfWord(string text, int start, int length)
    {
        var end = start;
        while (end < length && (char.IsAsciiLetter(text[end])
            || (text[end] is '\'' or '\u2019' && end + 1 < length && char.IsAsciiLetter(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    /// <summary>Digits, with dots and commas between two of them.</summary>
    private static int EndOfNumber(string text, int start, int length)
    {
        var end = start;
        while (end < length && (char.IsAsciiDigit(text[end])
            || (text[end] is '.' or ',' && end + 1 < length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }
}
