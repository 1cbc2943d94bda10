using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>Bars as one provider has them, with what the validator said.</summary>
/// <param name="Instrument">Whose.</param>
/// <param name="Bars">Finished bars that passed validation.</param>
/// <param name="Defects">What was wrong with the rows, at most fifty of each kind.</param>
internal sealed record ProviderBars(Instrument Instrument, BarSeries Bars, IReadOnlyList<BarDefect> Defects);
