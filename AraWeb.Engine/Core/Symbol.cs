using System.Diagnostics.CodeAnalysis;

namespace AraWeb.Engine.Core;

/// <summary>
/// The name of an instrument: a ticker, and a venue where several venues quote the same ticker (<c>BTCUSD@BITSTAMP</c>).
/// Always upper case. Says nothing about asset class or currency: that is <see cref="Instrument"/>.
/// </summary>
public readonly record struct Symbol : IComparable<Symbol>
{
    /// <summary>Longest text accepted, ticker and venue together.</summary>
    public const int MaxLength = 32;

    private const string AllowedPunctuation = ".-=^/_&";

    private readonly string? _text;

    private Symbol(string text) => _text = text;

    /// <summary>The whole name; empty for the default value.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>The part before '@'.</summary>
    public string Ticker => Text.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? Text[..at] : Text;

    /// <summary>The part after '@'; empty where the symbol names no venue.</summary>
    public string Venue => Text.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? Text[(at + 1)..] : string.Empty;

    /// <summary>Reads a symbol; spaces around it are dropped and letters become capitals.</summary>
    /// <exception cref="InputException">The text is empty, longer than <see cref="MaxLength"/> or holds a character that no symbol has.</exception>
    public static Symbol Parse(string? text) => TryParse(text, out var symbol)
        ? symbol
        : throw new InputException(
            "symbol", text, $"A symbol is 1 to {MaxLength} letters, digits or {AllowedPunctuation}, for example AAPL, BTCUSDT or BTCUSD@BITSTAMP.");

    /// <summary>Reads a symbol without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Symbol symbol)
    {
        symbol = default;
        var name = text?.Trim().ToUpperInvariant() ?? string.Empty;
        if (name.Length is 0 or > MaxLength || name[0] == '@' || name[^1] == '@' || name.Count(c => c == '@') > 1)
        {
            return false;
        }

        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c == '@' || AllowedPunctuation.Contains(c, StringComparison.Ordinal)))
        {
            return false;
        }

        symbol = new Symbol(name);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Symbol other) => string.CompareOrdinal(Text, other.Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>Ordinal order of the texts.</summary>
    public static bool operator <(Symbol left, Symbol right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order of the texts.</summary>
    public static bool operator >(Symbol left, Symbol right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order of the texts.</summary>
    public static bool operator <=(Symbol left, Symbol right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order of the texts.</summary>
    public static bool operator >=(Symbol left, Symbol right) => left.CompareTo(right) >= 0;
}
