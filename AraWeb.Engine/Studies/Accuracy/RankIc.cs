using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Numerics;
using AraWeb.Engine.Training;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// Rank correlation of forecasts with outcomes among the instruments of each day (the rank information coefficient), both in forecast deviations: in plain
/// returns a forecast that says nothing would still sort by volatility.
/// </summary>
/// <param name="Mean">Mean over days; NaN without days.</param>
/// <param name="Ratio">Mean over its standard deviation over days.</param>
/// <param name="T">Mean over its standard error, which counts that days are correlated (Newey and West 1987).</param>
/// <param name="Days">Days with enough instruments.</param>
internal sealed record RankIc(double Mean, double Ratio, double T, int Days)
{
    /// <summary>Fewer instruments make no order.</summary>
    public const int FewestInstruments = 5;

    /// <summary>Scores.</summary>
    /// <param name="panel">The rows; true outcomes.</param>
    /// <param name="rows">Those to score, ascending.</param>
    /// <param name="forecast">Expected return of a row, in forecast deviations.</param>
    public static RankIc Of(TrainingPanel panel, int[] rows, Func<int, double> forecast)
    {
        var daily = new List<double>();
        var (said, came) = (new List<double>(), new List<double>());
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            said.Add(forecast(row));
            came.Add(panel.TargetOf(row, 0));
            if (i + 1 == rows.Length || panel.Days[rows[i + 1]] != panel.Days[row])
            {
                var correlation = said.Count >= FewestInstruments && said.Distinct().Skip(1).Any()
                    ? RankCorrelation.Of(said.ToArray(), came.ToArray())
                    : double.NaN;
                if (!double.IsNaN(correlation))
                {
                    daily.Add(correlation);
                }

                said.Clear();
                came.Clear();
            }
        }

        if (daily.Count < 2 * FewestInstruments)
        {
            return new RankIc(double.NaN, double.NaN, double.NaN, daily.Count);
        }

        var mean = daily.Average();
        var deviation = Math.Sqrt(daily.Sum(value => (value - mean) * (value - mean)) / (daily.Count - 1));
        var test = DieboldMariano.Test(daily.ToArray(), new double[daily.Count], panel.Horizons[0]);
        return new RankIc(mean, mean / deviation, mean / test.StandardError, daily.Count);
    }
}
