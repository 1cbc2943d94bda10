namespace AraWeb.Engine.Core.Calendars;

/// <summary>Round the clock.</summary>
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
    public override IReadOnlyList<DateTimeOffset> BarsAfter(DateTimeOffset barStart, Timeframe timeframe, int count) =>
        [.. Enumerable.Range(1, count).Select(i => barStart + (i * timeframe.Length()))];
}
