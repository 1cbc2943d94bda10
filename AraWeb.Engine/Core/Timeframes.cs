namespace AraWeb.Engine.Core;

/// <summary>Codes and lengths of <see cref="Timeframe"/>.</summary>
public static class Timeframes
{
    private static readonly (Timeframe Timeframe, string Code, TimeSpan Length)[] Table =
    [
        (Timeframe.OneMinute, "1m", TimeSpan.FromMinutes(1)),
        (Timeframe.FiveMinutes, "5m", TimeSpan.FromMinutes(5)),
        (Timeframe.OneHour, "1h", TimeSpan.FromHours(1)),
        (Timeframe.FourHours, "4h", TimeSpan.FromHours(4)),
        (Timeframe.OneDay, "1d", TimeSpan.FromDays(1)),
        (Timeframe.OneWeek, "1w", TimeSpan.FromDays(7)),
    ];

    /// <summary>All codes, shortest span first.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Table.Select(row => row.Code)];

    /// <summary>The short code that files, URLs and the API use: <c>1d</c>, <c>4h</c>.</summary>
    public static string Code(this Timeframe timeframe) => Table[(int)timeframe].Code;

    /// <summary>Nominal length; sessions of a stock are shorter than their day.</summary>
    public static TimeSpan Length(this Timeframe timeframe) => Table[(int)timeframe].Length;

    /// <summary>True for spans below one session.</summary>
    public static bool IsIntraday(this Timeframe timeframe) => timeframe < Timeframe.OneDay;

    /// <summary>Reads a code.</summary>
    /// <exception cref="InputException">No time frame has this code.</exception>
    public static Timeframe Parse(string? code) => TryParse(code, out var timeframe)
        ? timeframe
        : throw new InputException("timeframe", code, $"Use one of {string.Join(", ", Codes)}.");

    /// <summary>Reads a code without throwing; letter case does not matter.</summary>
    public static bool TryParse(string? code, out Timeframe timeframe)
    {
        foreach (var row in Table)
        {
            if (string.Equals(row.Code, code?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                timeframe = row.Timeframe;
                return true;
            }
        }

        timeframe = default;
        return false;
    }
}
