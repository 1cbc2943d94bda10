using AraWeb.Engine.Core;
using AraWeb.Engine.Regime.Hmm;

namespace AraWeb.Engine.Regime;

/// <summary>
/// What a hidden Markov model with Student-t emissions, fitted from several starts to the rows that a track has seen, says of the newest bar. Its states
/// are its own and need not be the jump model's; they are named by the same rule.
/// </summary>
internal sealed class HmmOpinion
{
    private static readonly HmmSettings Settings = new(RegimeReport.States) { Starts = 2, MaxIterations = 100 };

    private readonly double[] _now;

    private HmmOpinion(HmmFit fit, RegimeType[] names, double[] now) => (Fit, Names, _now) = (fit, names, now);

    /// <summary>The fit.</summary>
    public HmmFit Fit { get; }

    /// <summary>[K] the names of its states.</summary>
    public IReadOnlyList<RegimeType> Names { get; }

    /// <summary>Fits to what a track with a state has seen.</summary>
    /// <param name="track">The track.</param>
    /// <param name="rows">[n x D] its newest rows on the model's scale.</param>
    public static HmmOpinion Of(RegimeTrack track, double[] rows)
    {
        var fit = HmmFitter.Fit(rows, track.Columns.Length, Settings);
        var states = fit.Model.States;
        var count = rows.Length / track.Columns.Length;
        var filtered = new double[count * states];
        fit.Model.Filter(rows, filtered);
        var (trends, variances, weights) = (new double[states], new double[states], new double[states]);
        var first = track.Seen.Count - count;
        for (var i = 0; i < filtered.Length; i++)
        {
            var (t, k) = (i / states, i % states);
            weights[k] += filtered[i];
            trends[k] += filtered[i] * track.Seen.TrendOf(first + t);
            variances[k] += filtered[i] * track.Seen.VarianceOf(first + t);
        }

        for (var k = 0; k < states; k++)
        {
            trends[k] /= weights[k];
            variances[k] /= weights[k];
        }

        return new HmmOpinion(fit, StateNames.Of(trends, variances), filtered[^states..]);
    }

    /// <summary>[4] distribution of the state some bars ahead, by name; 0 bars for now.</summary>
    public double[] Ahead(int bars)
    {
        var then = new double[_now.Length];
        Fit.Model.Forecast(_now, bars, then);
        return StateNames.Spread(then, Names);
    }
}
