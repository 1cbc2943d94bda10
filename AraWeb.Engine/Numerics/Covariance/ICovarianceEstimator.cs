using AraWeb.Engine.Core;

namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>A way to estimate how assets move together. Without state; safe for several threads.</summary>
internal interface ICovarianceEstimator
{
    /// <summary>Stable lower-case id with its settings, for reports.</summary>
    string Id { get; }

    /// <summary>Estimates from returns.</summary>
    /// <param name="returns">Returns per day; NaN where an asset has none. Each estimator says what it does with gaps.</param>
    /// <exception cref="InputException">There are fewer than two days to estimate from, for an asset, a pair or all.</exception>
    CovarianceEstimate Estimate(ReturnMatrix returns);
}
