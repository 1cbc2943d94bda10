using AraWeb.Engine.Regime;
using AraWeb.Engine.Regime.Hmm;
using AraWeb.Engine.Regime.Jump;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// The two detectors on simulated returns, each in two ways. In sample: fitted to all rows, and the path chosen with all rows in view, as the peer's
/// figures are. Online: at each row what could have been said there, with parameters from earlier rows only, refitted now and then. The state whose returns
/// have been larger is called wild; the truth is not used for naming.
/// </summary>
internal static class RegimeTrial
{
    /// <summary>Half-life of the jump model's feature, the log of the average absolute return, in bars.</summary>
    public const double HalfLife = 2;

    /// <summary>What a change of state costs the jump model; half-life and penalty were chosen on other seeds than those reported.</summary>
    public const double Penalty = 10;

    /// <summary>Rows before the first that is scored online.</summary>
    public const int WarmUp = 250;

    /// <summary>Rows between two fits online.</summary>
    public const int Refit = 125;

    /// <summary>Smallest average absolute return whose logarithm is taken: no market moves less.</summary>
    private const double LeastMove = 1e-12;

    /// <summary>
    /// The hidden Markov model's settings: sticky, Student-t emissions whose degrees of freedom are estimated from nearly Gaussian ones on.
    /// </summary>
    public static HmmSettings Hmm { get; } = new(2) { DegreesOfFreedom = 20, EstimatesDegreesOfFreedom = true };

    private static JumpSettings Jump { get; } = new(2, Penalty);

    /// <summary>[T] the likeliest path of the hidden Markov model.</summary>
    public static int[] HmmInSample(double[] returns)
    {
        var model = HmmFitter.Fit(returns, 1, Hmm).Model;
        var path = new int[returns.Length];
        model.Decode(returns, path);
        return Named(returns, path);
    }

    /// <summary>[T] the cheapest path of the jump model.</summary>
    public static int[] JumpInSample(double[] returns)
    {
        var rows = Features(returns);
        RowScaler.Learn(rows, 1).Apply(rows, rows);
        return Named(returns, JumpFitter.Fit(rows, 1, Jump).Path);
    }

    /// <summary>[T - <see cref="WarmUp"/>] the state with the largest filtered probability.</summary>
    public static int[] HmmOnline(double[] returns)
    {
        var said = new int[returns.Length - WarmUp];
        HiddenMarkovModel? model = null;
        for (var begin = WarmUp; begin < returns.Length; begin += Refit)
        {
            var end = Math.Min(begin + Refit, returns.Length);
            var past = returns.AsSpan(0, begin);
            model = (model is { States: 2 } ? HmmFitter.Refit(past, model, Hmm) : HmmFitter.Fit(past, 1, Hmm)).Model;
            var probabilities = new double[end * model.States];
            model.Filter(returns.AsSpan(0, end), probabilities);
            var path = new int[end];
            for (var t = 0; t < end && model.States > 1; t++)
            {
                path[t] = probabilities[2 * t] >= 0.5 ? 0 : 1;
            }

            Named(returns, path, begin).AsSpan(begin).CopyTo(said.AsSpan(begin - WarmUp));
        }

        return said;
    }

    /// <summary>[T - <see cref="WarmUp"/>] the last state of the cheapest path so far.</summary>
    public static int[] JumpOnline(double[] returns)
    {
        var said = new int[returns.Length - WarmUp];
        var rows = Features(returns);
        var scaled = new double[rows.Length];
        for (var begin = WarmUp; begin < returns.Length; begin += Refit)
        {
            var end = Math.Min(begin + Refit, returns.Length);
            RowScaler.Learn(rows.AsSpan(0, begin), 1).Apply(rows, scaled);
            var filter = new JumpFilter(JumpFitter.Fit(scaled.AsSpan(0, begin), 1, Jump).Model);
            var path = new int[end];
            for (var t = 0; t < end; t++)
            {
                path[t] = filter.Add(scaled.AsSpan(t, 1));
            }

            Named(returns, path, begin).AsSpan(begin).CopyTo(said.AsSpan(begin - WarmUp));
        }

        return said;
    }

    /// <summary>[T] log of the exponentially weighted average of absolute returns, causal.</summary>
    private static double[] Features(double[] returns)
    {
        var rows = new double[returns.Length];
        var decay = Math.Pow(0.5, 1 / HalfLife);
        var (sum, weight) = (0.0, 0.0);
        for (var t = 0; t < rows.Length; t++)
        {
            sum = (decay * sum) + Math.Abs(returns[t]);
            weight = (decay * weight) + 1;
            rows[t] = Math.Log(Math.Max(LeastMove, sum / weight));
        }

        return rows;
    }

    private static int[] Named(double[] returns, int[] path) => Named(returns, path, path.Length);

    /// <summary>The path with 1 for the state whose squared returns over the first rows average higher; all 0 where it has one state.</summary>
    private static int[] Named(double[] returns, int[] path, int known)
    {
        Span<double> squares = stackalloc double[2];
        Span<int> rows = stackalloc int[2];
        for (var t = 0; t < known; t++)
        {
            squares[path[t]] += returns[t] * returns[t];
            rows[path[t]]++;
        }

        if (rows[0] == 0 || rows[1] == 0)
        {
            return new int[path.Length];
        }

        var wild = squares[0] / rows[0] > squares[1] / rows[1] ? 0 : 1;
        return [.. path.Select(state => state == wild ? 1 : 0)];
    }
}
