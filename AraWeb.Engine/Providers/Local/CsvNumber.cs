using System.Globalization;

namespace AraWeb.Engine.Providers.Local;

/// <summary>Reads decimal numbers from UTF-8 bytes, correctly rounded. Knows no thousands separators and no decimal comma.</summary>
internal static class CsvNumber
{
    // Up to these bounds mantissa and power of ten are exact doubles, so that one division rounds once (Clinger 1990).
    private const ulong LargestExactMantissa = 1UL << 53;

    private static readonly double[] PowersOfTen = [.. Enumerable.Range(0, 23).Select(exponent => double.Parse($"1e{exponent}", CultureInfo.InvariantCulture))];

    /// <summary>The number, or NaN for blank text and for anything that is no finite number.</summary>
    public static double Read(ReadOnlySpan<byte> text)
    {
        var isNegative = text.Length > 0 && text[0] == (byte)'-';
        var mantissa = 0UL;
        var decimals = -1;
        var digits = 0;
        for (var i = isNegative ? 1 : 0; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9 && digits < 19)
            {
                mantissa = (mantissa * 10) + digit;
                digits++;
                decimals += decimals >= 0 ? 1 : 0;
            }
            else if (text[i] == (byte)'.' && decimals < 0)
            {
                decimals = 0;
            }
            else
            {
                return ReadAny(text);
            }
        }

        if (digits == 0 || mantissa > LargestExactMantissa)
        {
            return ReadAny(text);
        }

        var value = mantissa / PowersOfTen[Math.Max(decimals, 0)];
        return isNegative ? -value : value;
    }

    private static double ReadAny(ReadOnlySpan<byte> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : double.NaN;
}
