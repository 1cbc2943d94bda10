using AraWeb.Engine.Prediction.Walk;

namespace AraWeb.Api.Contracts;

/// <summary>How often past outcomes fell inside the bands when the method is walked forward over the symbol's own history. Not the ledger.</summary>
/// <param name="N">Steps walked; windows overlap, so they are not independent.</param>
/// <param name="Coverage50">Share inside the 50 % band; null without steps.</param>
/// <param name="Coverage80">Share inside the 80 % band.</param>
/// <param name="Coverage90">Share inside the 90 % band.</param>
/// <param name="Coverage95">Share inside the 95 % band.</param>
internal sealed record CalibrationContract(int N, double? Coverage50, double? Coverage80, double? Coverage90, double? Coverage95)
{
    /// <summary>The contract of a hindcast coverage.</summary>
    public static CalibrationContract From(HindcastCoverage coverage) => new(
        coverage.Count,
        ApiJson.Known(coverage.Inside50),
        ApiJson.Known(coverage.Inside80),
        ApiJson.Known(coverage.Inside90),
        ApiJson.Known(coverage.Inside95));
}
