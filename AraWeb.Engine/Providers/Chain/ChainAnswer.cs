using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Chain;

/// <summary>Bars with word of where they came from.</summary>
/// <param name="Bars">Finished bars.</param>
/// <param name="Source">Who gave them, and why not another.</param>
public sealed record ChainAnswer(BarSeries Bars, SourceAnswer Source);
