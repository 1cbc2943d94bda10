using System.Globalization;
using AraWeb.Engine.Core;

namespace AraWeb.Api;

/// <summary>
/// Reads moments as requests and options write them: a date (2017-06-30), or an ISO time with its offset (2017-06-30T20:00:00Z). A time without an offset is
/// refused, since it would mean the zone of the machine.
/// </summary>
internal static class TimeText
{
    /// <summary>
    /// The moment "as of" which something is asked for: the end of a date in UTC, so that the bar of that day counts as known, whatever the market. Today
    /// means now. Null for an empty text.
    /// </summary>
    /// <param name="name">The name of the value, for the error.</param>
    /// <param name="text">What was sent or typed.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="InputException">Not such a text, or a moment to come.</exception>
    public static DateTimeOffset? AsOf(string name, string? text, DateTimeOffset now)
    {
        var moment = End(name, text);
        if (moment > now && moment <= EndOf(DateOnly.FromDateTime(now.UtcDateTime)) && !HasTime(text))
        {
            return now;
        }

        return moment is null || moment <= now
            ? moment
            : throw new InputException(name, text, "Name a date that has passed, or leave it out to forecast from now.");
    }

    /// <summary>What the engine said of such a moment, with the name and the text that its sender knows it by.</summary>
    /// <param name="name">The name of the value.</param>
    /// <param name="text">What was sent or typed.</param>
    /// <param name="refusal">The engine's error.</param>
    public static InputException Refused(string name, string? text, InputException refusal) => new(name, text, refusal.Advice);

    /// <summary>The start of a date in UTC, or the time itself; null for an empty text.</summary>
    /// <exception cref="InputException">Not such a text.</exception>
    public static DateTimeOffset? Start(string name, string? text) =>
        TryDate(text, out var day) ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : Time(name, text);

    /// <summary>The end of a date in UTC (the next midnight), or the time itself; null for an empty text.</summary>
    /// <exception cref="InputException">Not such a text.</exception>
    public static DateTimeOffset? End(string name, string? text) => TryDate(text, out var day) ? EndOf(day) : Time(name, text);

    /// <summary>A date; null for an empty text.</summary>
    /// <exception cref="InputException">Not a date.</exception>
    public static DateOnly? Date(string name, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return TryDate(text, out var day) ? day : throw new InputException(name, text, "Write a date like 2017-06-30.");
    }

    private static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    private static bool TryDate(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day < DateOnly.MaxValue;

    private static DateTimeOffset? Time(string name, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return HasTime(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : throw new InputException(name, text, "Write a date like 2017-06-30 or a time like 2017-06-30T20:00:00Z.");
    }

    private static bool HasTime(string? text)
    {
        var time = text?.IndexOf('T', StringComparison.OrdinalIgnoreCase) ?? -1;
        return time > 0 && text.AsSpan(time).IndexOfAny("Zz+-") > 0;
    }
}
