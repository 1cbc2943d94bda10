using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Features.Panel;
using AraWeb.Engine.Prediction.Walk;

namespace AraWeb.Engine.Prediction.Means;

/// <summary>
/// What a pooled model expects at the newest bar, for every horizon. The model learned a few horizons; between them the expected return is on the straight line
/// from one to the next, before the first it grows with the bars, and beyond the last no more is expected.
/// </summary>
internal sealed class PooledMean
{
    private PooledMean(LivePool pool, PoolAnswer answer, double[] features, double[] means, double[] tilts) =>
        (Pool, Answer, Features, Means, Tilts) = (pool, answer, features, means, tilts);

    /// <summary>The model.</summary>
    public LivePool Pool { get; }

    /// <summary>What its members said.</summary>
    public PoolAnswer Answer { get; }

    /// <summary>[F] the row that they were asked about.</summary>
    public double[] Features { get; }

    /// <summary>[H] expected cumulative log returns.</summary>
    public double[] Means { get; }

    /// <summary>[H] the same in forecast deviations.</summary>
    public double[] Tilts { get; }

    /// <summary>Why what the model says is not to be relied on here, in words that go on after a colon; empty where it is.</summary>
    public string Doubt
    {
        get
        {
            if (Answer.Spoke.Count == 0)
            {
                return $"none of the members of the pooled model {Pool.Tag} could speak";
            }

            return Pool.Model.Novelty(Features) is { IsNovel: true } novelty
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"the newest bar's features lie outside what the pooled model {Pool.Tag} learned from (novelty {novelty.Score:F2}, usual ")
                    + string.Create(CultureInfo.InvariantCulture, $"below {novelty.Threshold:F2})")
                : string.Empty;
        }
    }

    /// <summary>Asks a model about the newest bar.</summary>
    /// <param name="pool">The model.</param>
    /// <param name="bars">Oldest first.</param>
    /// <param name="walk">The walk over them, with a forecast.</param>
    /// <param name="horizons">Farthest bar ahead.</param>
    public static PooledMean Of(LivePool pool, BarSeries bars, WalkForward walk, int horizons)
    {
        var features = PanelFeatures.Newest(bars);
        var answer = PoolAnswer.Of(pool.Model, features, walk.Regime);
        var known = pool.Model.Horizons;
        var at = new double[known.Count];
        for (var k = 0; k < at.Length; k++)
        {
            at[k] = answer.Means[k] * walk.Forecast(Math.Min(known[k], horizons)).Volatility;
        }

        var (means, tilts) = (new double[horizons], new double[horizons]);
        for (var h = 1; h <= horizons; h++)
        {
            means[h - 1] = Between(known, at, h);
            tilts[h - 1] = means[h - 1] / walk.Forecast(h).Volatility;
        }

        return new PooledMean(pool, answer, features, means, tilts);
    }

    /// <summary>Position of the learned horizon nearest below one, or of the first.</summary>
    public int PositionBelow(int horizon)
    {
        var known = Pool.Model.Horizons;
        var position = 0;
        while (position + 1 < known.Count && known[position + 1] <= horizon)
        {
            position++;
        }

        return position;
    }

    /// <summary>A value on the line through (0, 0) and the known points, level beyond the last.</summary>
    internal static double Between(IReadOnlyList<int> horizons, double[] values, int horizon)
    {
        var (before, from) = (0, 0.0);
        for (var k = 0; k < values.Length; k++)
        {
            if (horizon <= horizons[k])
            {
                return from + ((values[k] - from) * (horizon - before) / (horizons[k] - before));
            }

            (before, from) = (horizons[k], values[k]);
        }

        return from;
    }
}
