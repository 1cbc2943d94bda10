using AraWeb.Engine.Numerics.Covariance;

namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>
/// Returns cut at a number of standard deviations, as the days before showed them: one jump, an earnings day or a bad print, says little about the weeks to
/// come and would stay in an exponential average for months. Each return is cut by its past alone, so nothing looks ahead.
/// </summary>
internal static class WinsorisedReturns
{
    /// <summary>Weight of the past, in days, below which there is nothing to cut by.</summary>
    private const double EnoughDays = 10;

    /// <summary>Cuts returns; NaN stays.</summary>
    /// <param name="returns">Per day.</param>
    /// <param name="halfLife">Days after which a squared return counts half.</param>
    /// <param name="limit">Standard deviations.</param>
    public static ReturnMatrix Of(ReturnMatrix returns, double halfLife, double limit)
    {
        var cut = new ReturnMatrix(returns.Assets, returns.Days);
        var decay = Math.Pow(0.5, 1 / halfLife);
        for (var i = 0; i < returns.Assets; i++)
        {
            var from = returns[i];
            var to = cut[i];
            var (squares, weight) = (0.0, 0.0);
            for (var t = 0; t < from.Length; t++)
            {
                var bound = weight > EnoughDays ? limit * Math.Sqrt(squares / weight) : double.PositiveInfinity;
                to[t] = double.IsNaN(from[t]) ? double.NaN : Math.Clamp(from[t], -bound, bound);
                squares *= decay;
                weight *= decay;
                if (!double.IsNaN(from[t]))
                {
                    squares += from[t] * from[t];
                    weight++;
                }
            }
        }

        return cut;
    }
}
