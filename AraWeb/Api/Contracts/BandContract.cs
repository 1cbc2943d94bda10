using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;

namespace AraWeb.Api.Contracts;

/// <summary>A central interval as prices.</summary>
/// <param name="Probability">Probability of ending inside: 0.5, 0.8, 0.9 or 0.95.</param>
/// <param name="Lower">Lower bound, a price.</param>
/// <param name="Upper">Upper bound, a price.</param>
internal sealed record BandContract(double Probability, double Lower, double Upper)
{
    private static readonly double[] Probabilities = [0.5, 0.8, 0.9, 0.95];

    /// <summary>The four bands, narrowest first.</summary>
    public static IReadOnlyList<BandContract> From(Quantiles returns, double lastPrice) =>
    [
        .. Probabilities.Select(probability =>
        {
            var (lower, upper) = returns.Interval(probability);
            return new BandContract(probability, HorizonForecast.Price(lastPrice, lower), HorizonForecast.Price(lastPrice, upper));
        }),
    ];
}
