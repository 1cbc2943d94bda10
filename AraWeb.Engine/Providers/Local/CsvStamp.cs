namespace AraWeb.Engine.Providers.Local;

/// <summary>
/// Reads stamps from UTF-8 bytes: <c>2024-11-29</c>, <c>2024-11-29T14:30:00.000Z</c> (or a space, an offset, slashes), <c>20241129</c>, and seconds,
/// milliseconds or microseconds since 1970. A stamp without an offset is UTC. Leaves out forms in which day and month could be mistaken.
/// </summary>
internal static class CsvStamp
{
    private const long MillisecondsPerMinute = 60_000;
    private const long MillisecondsPerDay = 86_400_000;

    // A plain number is told by its size: below 1e11 seconds (the year 5138), below 1e14 milliseconds, above microseconds.
    private const long LargestSeconds = 100_000_000_000;
    private const long LargestMilliseconds = 100_000_000_000_000;

    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Reads a stamp as milliseconds since 1970-01-01 UTC.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long milliseconds)
    {
        milliseconds = 0;
        return text.IndexOfAny("-/"u8) == 4 ? TryReadDate(text, ref milliseconds) : TryReadNumber(text, out milliseconds);
    }

    private static bool TryReadDate(ReadOnlySpan<byte> text, ref long milliseconds)
    {
        if (text.Length < 10 || text[7] != text[4] || !TryDay(Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]), out milliseconds))
        {
            return false;
        }

        var rest = text[10..];
        return rest.IsEmpty || (rest[0] is (byte)'T' or (byte)'t' or (byte)' ' && TryAddTime(rest[1..], ref milliseconds));
    }

    private static bool TryAddTime(ReadOnlySpan<byte> text, ref long milliseconds)
    {
        if (text.Length < 5 || text[2] != (byte)':' || !TryAdd(Digits(text[..2]), 23, 60 * MillisecondsPerMinute, ref milliseconds)
            || !TryAdd(Digits(text[3..5]), 59, MillisecondsPerMinute, ref milliseconds))
        {
            return false;
        }

        text = text[5..];
        if (text.Length >= 3 && text[0] == (byte)':')
        {
            if (!TryAdd(Digits(text[1..3]), 59, 1000, ref milliseconds))
            {
                return false;
            }

            text = text[3..];
            if (text.Length > 1 && text[0] == (byte)'.')
            {
                var digits = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
                var fraction = digits < 0 ? text[1..] : text.Slice(1, digits);
                milliseconds += Milliseconds(fraction);
                text = text[(1 + fraction.Length)..];
            }
        }

        return TrySubtractOffset(text.TrimStart((byte)' '), ref milliseconds);
    }

    private static long Milliseconds(ReadOnlySpan<byte> fraction)
    {
        var milliseconds = 0L;
        for (var i = 0; i < 3; i++)
        {
            milliseconds = (milliseconds * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);
        }

        return milliseconds;
    }

    private static bool TrySubtractOffset(ReadOnlySpan<byte> text, ref long milliseconds)
    {
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z') || text.SequenceEqual("UTC"u8))
        {
            return true;
        }

        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length is not (3 or 5 or 6))
        {
            return false;
        }

        var offset = 0L;
        if (!TryAdd(Digits(text[1..3]), 14, 60 * MillisecondsPerMinute, ref offset)
            || (text.Length > 3 && !TryAdd(Digits(text[^2..]), 59, MillisecondsPerMinute, ref offset)))
        {
            return false;
        }

        milliseconds -= text[0] == (byte)'+' ? offset : -offset;
        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> text, out long milliseconds)
    {
        milliseconds = 0;
        var point = text.IndexOf((byte)'.');
        var whole = Digits(point < 0 ? text : text[..point]);
        if (whole < 0 || (point >= 0 && text[(point + 1)..].ContainsAnyExcept((byte)'0')))
        {
            return false;
        }

        if (text.Length == 8)
        {
            return TryDay(whole / 10_000, whole / 100 % 100, whole % 100, out milliseconds);
        }

        // Shorter numbers are row numbers or years rather than moments.
        milliseconds = whole < LargestSeconds ? whole * 1000 : whole < LargestMilliseconds ? whole : whole / 1000;
        return text.Length > 8;
    }

    private static bool TryDay(long year, long month, long day, out long milliseconds)
    {
        milliseconds = 0;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth((int)year, (int)month))
        {
            return false;
        }

        milliseconds = (new DateOnly((int)year, (int)month, (int)day).DayNumber - EpochDay) * MillisecondsPerDay;
        return true;
    }

    private static bool TryAdd(long value, long largest, long unit, ref long milliseconds)
    {
        milliseconds += value * unit;
        return value >= 0 && value <= largest;
    }

    // The number, or -1 where anything but 1 to 18 digits stands.
    private static long Digits(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 18)
        {
            return -1;
        }

        var value = 0L;
        foreach (var character in text)
        {
            var digit = (uint)(character - '0');
            if (digit > 9)
            {
                return -1;
            }

            value = (value * 10) + digit;
        }

        return value;
    }
}
