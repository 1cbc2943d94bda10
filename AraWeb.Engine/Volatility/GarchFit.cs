namespace AraWeb.Engine.Volatility;

/// <summary>What a fit found.</summary>
/// <param name="Parameters">The estimate; meaningless for <see cref="GarchStatus.NoVariation"/>.</param>
/// <param name="LogLikelihood">Of all returns, in nats.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Residual">Predicted gain of the next step, in nats: zero at a maximum.</param>
/// <param name="NextVariance">Variance of the bar after the last return.</param>
public sealed record GarchFit(
    GarchParameters Parameters, double LogLikelihood, GarchStatus Status, int Iterations, double Residual, double NextVariance);
