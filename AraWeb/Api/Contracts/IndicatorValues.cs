namespace AraWeb.Api.Contracts;

/// <summary>Values of one indicator over the bars of a symbol.</summary>
/// <param name="Symbol">Whose bars.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="Simulated">True for invented prices.</param>
/// <param name="Source">The provider the bars come from.</param>
/// <param name="AsOf">Close of the newest bar, UTC; null when there is none.</param>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Parameters">The parameters that were used, by name.</param>
/// <param name="Times">Starts of the bars, milliseconds since 1970-01-01 UTC.</param>
/// <param name="Outputs">[bars] values of each line by name; null where a value is not known.</param>
internal sealed record IndicatorValues(
    string Symbol,
    string Timeframe,
    bool Simulated,
    string Source,
    DateTimeOffset? AsOf,
    string Indicator,
    IReadOnlyDictionary<string, double> Parameters,
    long[] Times,
    IReadOnlyDictionary<string, double?[]> Outputs);
