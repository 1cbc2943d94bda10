namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>What <c>evaluate density</c> finds on one series, all models on the same outcomes. Returns are in percent.</summary>
/// <param name="Symbol">The series.</param>
/// <param name="Count">Outcomes scored; beyond one bar ahead their windows overlap.</param>
/// <param name="First">Date of the first outcome.</param>
/// <param name="Last">Date of the last outcome.</param>
/// <param name="LogScore">Mean log density of what came by model, in nats; higher is better.</param>
/// <param name="Crps">Mean continuous ranked probability score by model; lower is better.</param>
/// <param name="LogP">By rival: one-sided Diebold-Mariano p-value that the product's log score is better.</param>
/// <param name="CrpsP">The same for the CRPS.</param>
internal sealed record DensityScore(
    string Symbol,
    int Count,
    DateOnly First,
    DateOnly Last,
    IReadOnlyDictionary<string, double> LogScore,
    IReadOnlyDictionary<string, double> Crps,
    IReadOnlyDictionary<string, double> LogP,
    IReadOnlyDictionary<string, double> CrpsP);
