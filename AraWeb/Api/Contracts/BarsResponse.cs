namespace AraWeb.Api.Contracts;

/// <summary>Bars as columns of one length, oldest first.</summary>
/// <param name="Symbol">Whose bars.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="Simulated">True for invented prices.</param>
/// <param name="Source">The provider the bars come from.</param>
/// <param name="AsOf">Close of the newest bar, UTC; null when there is none.</param>
/// <param name="Times">Starts of the bars, milliseconds since 1970-01-01 UTC; a daily bar starts at midnight UTC of its date.</param>
/// <param name="Open">First prices.</param>
/// <param name="High">Highest prices.</param>
/// <param name="Low">Lowest prices.</param>
/// <param name="Close">Last prices.</param>
/// <param name="Volume">Units traded.</param>
internal sealed record BarsResponse(
    string Symbol,
    string Timeframe,
    bool Simulated,
    string Source,
    DateTimeOffset? AsOf,
    long[] Times,
    double[] Open,
    double[] High,
    double[] Low,
    double[] Close,
    double[] Volume);
