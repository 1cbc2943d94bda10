namespace AraWeb.Engine.Core;

/// <summary>
/// One bar of prices. <paramref name="Time"/> is its start in UTC; a daily bar carries its session's date at midnight UTC.
/// Prices are in the instrument's currency, volume in units traded (zero where the source has none).
/// </summary>
/// <param name="Time">Start of the bar, UTC.</param>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="Volume">Units traded.</param>
public readonly record struct Bar(DateTimeOffset Time, double Open, double High, double Low, double Close, double Volume);
