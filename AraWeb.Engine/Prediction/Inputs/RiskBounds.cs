using AraWeb.Engine.Core;

namespace AraWeb.Engine.Prediction.Inputs;

/// <summary>
/// Holds a distribution within what the symbol's history supports: no quantile lies farther out than one and a half times the largest move over as many
/// bars that the history holds. A forecast beyond that speaks of the model, not of the symbol.
/// </summary>
internal static class RiskBounds
{
    /// <summary>Room beyond the largest move seen, so that a new record stays possible.</summary>
    public const double Room = 1.5;

    /// <summary>Largest absolute log return over a number of bars.</summary>
    /// <param name="close">[N] closes.</param>
    /// <param name="horizon">Bars.</param>
    public static double LargestMove(ReadOnlySpan<double> close, int horizon)
    {
        // The extremes of the ratio are those of its log.
        var (least, most) = (1.0, 1.0);
        for (var t = horizon; t < close.Length; t++)
        {
            var ratio = close[t] / close[t - horizon];
            least = Math.Min(least, ratio);
            most = Math.Max(most, ratio);
        }

        return Math.Max(-Math.Log(least), Math.Log(most));
    }

    /// <summary>The quantiles within the bound.</summary>
    /// <param name="quantiles">[9] ascending.</param>
    /// <param name="largestMove">From <see cref="LargestMove"/>.</param>
    /// <param name="isBounded">True when one of them had to be moved.</param>
    public static Quantiles Apply(ReadOnlySpan<double> quantiles, double largestMove, out bool isBounded)
    {
        var bound = Room * largestMove;
        Span<double> held = stackalloc double[quantiles.Length];
        isBounded = false;
        for (var i = 0; i < quantiles.Length; i++)
        {
            held[i] = Math.Clamp(quantiles[i], -bound, bound);
            isBounded |= !held[i].Equals(quantiles[i]);
        }

        return new Quantiles(held);
    }
}
