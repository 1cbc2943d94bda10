using AraWeb.Engine.Core;

namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>
/// Forecasts how assets will rank by return over some weeks. Means are taken to be equal: what can be forecast is who moves much and who moves together.
/// Variances: winsorised, exponentially weighted, shrunk to their group, with the season of company reports. Correlations: exponentially weighted over
/// overlapping three-day returns, since exchanges close hours apart, shrunk to their mean. Then normal draws. docs/ranks.md says how each choice was made.
/// </summary>
internal static class RankModel
{
    /// <summary>Name and version; changes whenever the same prices would give another forecast.</summary>
    public const string Version = "ranks-1";

    /// <summary>Fewest daily returns before anything can be said, and of an asset before it is judged on its own.</summary>
    public const int FewestDays = 15;

    /// <summary>Days of history at most, three years; older ones would weigh less than a thousandth.</summary>
    private const int MostDays = 750;

    /// <summary>Days after which a day counts half, in variances and in correlations: three months. From 40 to 120 days scores hardly differ.</summary>
    private const double HalfLife = 60;

    /// <summary>Standard deviations at which a return is cut.</summary>
    private const double WinsorLimit = 3;

    /// <summary>Days that a correlation is taken over: two more than one, so that a move in New York reaches London and comes back.</summary>
    private const int OverlapDays = 3;

    /// <summary>Power of the quarter's season on the variance.</summary>
    private const double SeasonWeight = 0.4;

    /// <summary>Shrinkage of correlations with all the history one can wish for.</summary>
    private const double LeastShrinkage = 0.05;

    /// <summary>Days of history that weigh as much as the target of the shrinkage.</summary>
    private const double TargetDays = 10;

    /// <summary>Forecasts.</summary>
    /// <param name="panel">Prices; what comes after <paramref name="origin"/> is not looked at.</param>
    /// <param name="origin">Index of the last day that is known.</param>
    /// <param name="from">Close from which returns are measured.</param>
    /// <param name="to">Close to which returns are measured.</param>
    /// <param name="settings">Of the simulation.</param>
    /// <exception cref="InputException">The number of assets is no multiple of five, or the history is too short.</exception>
    public static RankForecast Forecast(PricePanel panel, int origin, DateOnly from, DateOnly to, RankSimulationSettings settings)
    {
        RankClasses.CheckSize(panel.Assets);
        if (origin < FewestDays)
        {
            throw new InputException("history", $"{Math.Max(origin, 0)} days", $"Give at least {FewestDays} days of prices before the forecast.");
        }

        var first = Math.Max(0, origin - MostDays);
        var returns = CarriedReturns.Of(panel, first, origin);
        var winsorised = WinsorisedReturns.Of(returns, HalfLife, WinsorLimit);
        var isSilent = SilentAssets.Of(panel, first, origin);
        var isSeen = new bool[panel.Assets];
        for (var i = 0; i < isSeen.Length; i++)
        {
            isSeen[i] = !isSilent[i] && Known(winsorised[i]) >= FewestDays && winsorised[i].IndexOfAnyExcept(0, double.NaN) >= 0;
        }

        var logs = ShrunkVariances.Logs(winsorised, HalfLife, panel.Groups, isSeen);
        var season = QuarterSeason.LogRatios(panel.Days[(first + 1)..(origin + 1)], returns, from, to);
        var deviations = new double[panel.Assets];
        for (var i = 0; i < deviations.Length; i++)
        {
            deviations[i] = isSilent[i] ? 0 : Math.Exp(0.5 * (logs[i] + (SeasonWeight * season[i])));
        }

        var shape = new RankCorrelationSettings(HalfLife, OverlapDays, LeastShrinkage, TargetDays);
        var correlations = RankCorrelations.Estimate(winsorised, isSeen, shape);
        return RankSimulation.Run(correlations.WithDeviations(deviations), new double[panel.Assets], settings);
    }

    private static int Known(ReadOnlySpan<double> values)
    {
        var count = 0;
        foreach (var value in values)
        {
            count += double.IsNaN(value) ? 0 : 1;
        }

        return count;
    }
}
