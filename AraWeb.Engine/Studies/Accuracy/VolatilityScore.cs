namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>Mean QLIKE of every model at one horizon of one series, all on the same origins.</summary>
/// <param name="Symbol">The series.</param>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Count">Origins; beyond one bar ahead their windows overlap.</param>
/// <param name="First">Date of the first origin.</param>
/// <param name="Last">Date of the last origin.</param>
/// <param name="Qlike">By model.</param>
/// <param name="BetterP">By rival: one-sided Diebold-Mariano p-value that the product is better.</param>
/// <param name="PanelBetterP">The same for the panel; empty for a series in no panel.</param>
internal sealed record VolatilityScore(
    string Symbol,
    int Horizon,
    int Count,
    DateOnly First,
    DateOnly Last,
    IReadOnlyDictionary<string, double> Qlike,
    IReadOnlyDictionary<string, double> BetterP,
    IReadOnlyDictionary<string, double> PanelBetterP);
