using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Quality;

namespace AraWeb.Engine.Providers.Chain;

/// <summary>Bars that several providers agreed on.</summary>
/// <param name="Bars">The median of the providers' prices, bar by bar; volumes are those of the first provider that has the bar.</param>
/// <param name="Sources">[bars] how many providers have the bar.</param>
/// <param name="Disagreement">[bars] largest distance of a provider's close from the median, as a share of it; NaN where one alone has the bar.</param>
/// <param name="Providers">Who answered, by rank.</param>
/// <param name="PassedOver">Who did not, and why.</param>
/// <param name="Quality">How good the newest bars are, and why.</param>
public sealed record CheckedBars(
    BarSeries Bars,
    IReadOnlyList<int> Sources,
    IReadOnlyList<double> Disagreement,
    IReadOnlyList<string> Providers,
    IReadOnlyList<PassedOver> PassedOver,
    SeriesQuality Quality);
