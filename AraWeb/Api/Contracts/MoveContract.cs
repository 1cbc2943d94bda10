using AraWeb.Engine.Prediction;

namespace AraWeb.Api.Contracts;

/// <summary>How likely a large move is, and the density that answers for any other size.</summary>
/// <param name="UsualSize">Median size of the past year's log returns over as many bars; null while unknown.</param>
/// <param name="ProbabilityLarger">Probability of a larger one, up or down, 0 to 1, calibrated on past outcomes; null while unknown.</param>
/// <param name="DegreesOfFreedom">Of the Student t around the mean return.</param>
/// <param name="Scale">Its scale, in log return.</param>
internal sealed record MoveContract(double? UsualSize, double? ProbabilityLarger, double? DegreesOfFreedom, double? Scale)
{
    /// <summary>The contract of one horizon.</summary>
    public static MoveContract From(HorizonForecast horizon) => new(
        ApiJson.Known(horizon.UsualMove), ApiJson.Known(horizon.ProbabilityLarger), ApiJson.Known(horizon.Degrees), ApiJson.Known(horizon.Scale));
}
