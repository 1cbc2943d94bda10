using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Evaluation.Resampling;
using AraWeb.Engine.Evaluation.Selection;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// Accuracy of calls at several coverages. The threshold of each day is the quantile of the confidences of earlier days, for every method in the same way;
/// intervals draw blocks of consecutive days.
/// </summary>
internal static class VolatilityCallScoring
{
    /// <summary>The live model.</summary>
    public const string Product = "product";

    /// <summary>Variance stays what it was over the last 20 bars.</summary>
    public const string Persistence = "persistence";

    /// <summary>Persistence as a calibrated probability.</summary>
    public const string CalibratedPersistence = "persistence_calibrated";

    /// <summary>Newest confidences of each series that a threshold is a quantile of: four years of daily bars.</summary>
    public const int WindowBars = 1000;

    /// <summary>Level of the intervals.</summary>
    public const double Level = 0.95;

    /// <summary>Blocks of 60 days outlast the horizon and most of a wave of volatility.</summary>
    public static readonly BootstrapSettings Bootstrap = new(BlockLength: 60, Replications: 2000, Seed: 1);

    /// <summary>Shares of rows on which a call is wanted.</summary>
    public static readonly double[] Coverages = [1, 0.8, 0.6, 0.5, 0.2];

    private static readonly (string Name, Func<VolatilityCallRow, double> Lean)[] Methods =
    [
        (Product, row => row.Product),
        (Persistence, row => row.Persistence),
        (CalibratedPersistence, row => row.CalibratedPersistence),
    ];

    /// <summary>Scores rows.</summary>
    /// <param name="symbol">Name of what is scored.</param>
    /// <param name="rows">Sorted by day, at least one of them scored.</param>
    /// <param name="series">How many series they come from.</param>
    public static VolatilityCallScore Score(string symbol, IReadOnlyList<VolatilityCallRow> rows, int series)
    {
        var scored = rows.Where(row => row.IsScored).ToArray();
        int[] days = [.. scored.Select(row => row.Day)];
        var above = scored.Average(row => row.Came ? 1.0 : 0.0);
        var points = new Dictionary<string, IReadOnlyList<VolatilityCallPoint>>(StringComparer.Ordinal);
        var advantage = new IntervalEstimate[Coverages.Length];
        foreach (var (name, _) in Methods)
        {
            points[name] = new VolatilityCallPoint[Coverages.Length];
        }

        for (var k = 0; k < Coverages.Length; k++)
        {
            var calls = new bool[Methods.Length][];
            var correct = new bool[Methods.Length][];
            for (var m = 0; m < Methods.Length; m++)
            {
                var (name, lean) = Methods[m];
                calls[m] = Scored(rows, Calls(rows, lean, Coverages[k], series));
                correct[m] = [.. scored.Select(row => (lean(row) > 0) == row.Came)];
                var point = RiskCoverage.Of(calls[m], correct[m], days, Level, Bootstrap);
                ((VolatilityCallPoint[])points[name])[k] = new VolatilityCallPoint(point, Majority(scored, calls[m]));
            }

            advantage[k] = Difference((calls[0], correct[0]), (calls[1], correct[1]), days);
        }

        double[] loss = [.. scored.Select(row => Brier(row.Product + 0.5, row.Came))];
        double[] reference = [.. scored.Select(row => Brier(above, row.Came))];
        return new VolatilityCallScore(
            symbol, scored.Length, days.Distinct().Count(), DateOnly.FromDayNumber(days[0]), DateOnly.FromDayNumber(days[^1]), above,
            points, advantage, SkillScore.Of(loss, reference, days, Level, Bootstrap));
    }

    /// <summary>Where a method makes a call: its confidence reaches the quantile of those of earlier days.</summary>
    /// <param name="rows">Sorted by day.</param>
    /// <param name="lean">The method.</param>
    /// <param name="coverage">Share of calls wanted.</param>
    /// <param name="series">How many series the rows come from.</param>
    public static bool[] Calls(IReadOnlyList<VolatilityCallRow> rows, Func<VolatilityCallRow, double> lean, double coverage, int series)
    {
        double[] confidences = [.. rows.Select(row => Math.Abs(lean(row)))];
        int[] days = [.. rows.Select(row => row.Day)];
        return SequentialThreshold.Calls(confidences, days, coverage, WindowBars * series, VolatilityCallTrial.LeastPast);
    }

    private static bool[] Scored(IReadOnlyList<VolatilityCallRow> rows, bool[] calls) => [.. calls.Where((_, i) => rows[i].IsScored)];

    private static double Brier(double probability, bool came) => Math.Pow((came ? 1 : 0) - probability, 2);

    private static double Majority(VolatilityCallRow[] rows, bool[] calls)
    {
        var (above, all) = (0, 0);
        for (var i = 0; i < calls.Length; i++)
        {
            all += calls[i] ? 1 : 0;
            above += calls[i] && rows[i].Came ? 1 : 0;
        }

        return all == 0 ? double.NaN : (double)Math.Max(above, all - above) / all;
    }

    /// <summary>
    /// Difference of two accuracies and its interval. Each row's influence on the difference (the delta method) is drawn by days, so what both methods get
    /// right or wrong together falls away.
    /// </summary>
    private static IntervalEstimate Difference((bool[] Calls, bool[] Correct) one, (bool[] Calls, bool[] Correct) other, int[] days)
    {
        var (accuracy, share) = Accuracy(one);
        var (otherAccuracy, otherShare) = Accuracy(other);
        if (share == 0 || otherShare == 0)
        {
            return new IntervalEstimate(double.NaN, double.NaN, double.NaN);
        }

        var influence = new double[days.Length];
        for (var i = 0; i < influence.Length; i++)
        {
            influence[i] = accuracy - otherAccuracy
                + (one.Calls[i] ? ((one.Correct[i] ? 1 : 0) - accuracy) / share : 0)
                - (other.Calls[i] ? ((other.Correct[i] ? 1 : 0) - otherAccuracy) / otherShare : 0);
        }

        return DayBootstrap.Mean(influence, days, Level, Bootstrap);
    }

    private static (double Accuracy, double Share) Accuracy((bool[] Calls, bool[] Correct) method)
    {
        var (right, calls) = (0, 0);
        for (var i = 0; i < method.Calls.Length; i++)
        {
            calls += method.Calls[i] ? 1 : 0;
            right += method.Calls[i] && method.Correct[i] ? 1 : 0;
        }

        return ((double)right / Math.Max(1, calls), (double)calls / method.Calls.Length);
    }
}
