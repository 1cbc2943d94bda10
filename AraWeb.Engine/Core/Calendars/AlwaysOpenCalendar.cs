namespace AraWeb.Engine.Core.Calendars;

/// <summary>Round the clock: every day is a session from midnight to midnight UTC. Outages of venues are left out.</summary>
internal sealed class AlwaysOpenCalendar : TradingCalendar
{
    /// <summary>The one instance.</summary>
    public static AlwaysOpenCalendar Instance { get; } = new();

    /// <inheritdoc/>
    public override string Name => "24/7";

    /// <inheritdoc/>
    public override int SessionsPerYear => 365;

    /// <inheritdoc/>
    public override bool IsSession(DateOnly day) => true;

    /// <inheritdoc/>
    public override DateTimeOffset OpenOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    /// <inheritdoc/>
    public override DateTimeOffset CloseOf(DateOnly day) => OpenOf(day).AddDays(1);

    /// <inheritdoc/>
    public override DateTimeOffset CloseOfBar(DateTimeOffset barStart, Timeframe timeframe) => barStart + timeframe.Length();

    /// <inheritdoc/>
    public override IReadOnlyList<DateTimeOffset> BarsAfter(DateTimeOffset barStart, Timeframe timeframe, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var length = timeframe.Length();
        var bars = new DateTimeOffset[count];
        for (var i = 0; i < count; i++)
        {
            bars[i] = barStart + (length * (i + 1));
        }

        return bars;
    }
}
