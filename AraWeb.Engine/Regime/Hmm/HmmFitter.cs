using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Regime.Hmm;

/// <summary>
/// Fits hidden Markov models by expectation maximisation (Baum and Welch 1970; Student-t emissions by ECM, Liu and Rubin 1995), with a prior for states
/// that last, from several starting points or from a model fitted before. A start in which a state loses its rows is given up; when all are, the model has
/// a state less.
/// </summary>
public static class HmmFitter
{
    /// <summary>Fits from the starting points of the settings; the best by log-likelihood plus log prior wins.</summary>
    /// <param name="rows">[T x D] row by row, oldest first, all finite.</param>
    /// <param name="features">D.</param>
    /// <param name="settings">What to fit.</param>
    /// <exception cref="ArgumentException">There are no rows, they are not rows of D features, or a value is not finite.</exception>
    public static HmmFit Fit(ReadOnlySpan<double> rows, int features, HmmSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        HmmSettings.Check(settings);
        Check(rows, features);
        var (means, variances) = Describe(rows, features);
        var starts = new HmmStarts(rows, means, variances);
        var collapses = 0;
        for (var states = SpanMath.Max(variances) > 0 ? settings.States : 1; states > 1; states--)
        {
            var run = new Run(rows.Length / features, features, states, settings, variances);
            HmmFit? best = null;
            var bestObjective = double.NegativeInfinity;
            for (var start = 0; start < settings.Starts; start++)
            {
                if (!starts.Set(run.Lanes, settings, start, rows, run.Maximizer.Floors) || !run.Climb(rows, settings))
                {
                    collapses++;
                }
                else if (run.Objective > bestObjective)
                {
                    (best, bestObjective) = (run.Result(states < settings.States), run.Objective);
                }
            }

            if (best is not null)
            {
                return best with { Collapses = collapses };
            }
        }

        // One state cannot lose its rows.
        var alone = new Run(rows.Length / features, features, 1, settings, variances);
        starts.Set(alone.Lanes, settings, 0, rows, alone.Maximizer.Floors);
        alone.Climb(rows, settings);
        return alone.Result(settings.States > 1) with { Collapses = collapses };
    }

    /// <summary>
    /// Fits from a model that was fitted to other rows of the same kind, for example to a window that has moved on. When a state loses its rows, this is a
    /// fit from the starting points of the settings.
    /// </summary>
    /// <param name="rows">[T x D] row by row, oldest first, all finite.</param>
    /// <param name="model">Where to start.</param>
    /// <param name="settings">What to fit; states and emissions are the model's unless a fit from the beginning is needed.</param>
    /// <exception cref="ArgumentException">There are no rows, they do not fit the model, or a value is not finite.</exception>
    public static HmmFit Refit(ReadOnlySpan<double> rows, HiddenMarkovModel model, HmmSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        Check(rows, model.Features);
        var (_, variances) = Describe(rows, model.Features);
        var run = new Run(rows.Length / model.Features, HmmLanes.From(model), settings, variances);
        return run.Climb(rows, settings) ? run.Result(isReduced: false) : Fit(rows, model.Features, settings);
    }

    private static void Check(ReadOnlySpan<double> rows, int features)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        if (rows.IsEmpty || rows.Length % features != 0)
        {
            throw new ArgumentException($"{rows.Length} values are not rows of {features} features.", nameof(rows));
        }

        for (var i = 0; i < rows.Length; i++)
        {
            if (!double.IsFinite(rows[i]))
            {
                throw new ArgumentException($"Feature {i % features} of row {i / features} is {rows[i]}.", nameof(rows));
            }
        }
    }

    private static (double[] Means, double[] Variances) Describe(ReadOnlySpan<double> rows, int features)
    {
        var count = rows.Length / features;
        var means = new double[features];
        var variances = new double[features];
        var column = new double[count];
        for (var d = 0; d < features; d++)
        {
            for (var t = 0; t < count; t++)
            {
                column[t] = rows[(t * features) + d];
            }

            means[d] = SpanMath.Mean(column);
            variances[d] = SpanMath.SumOfSquares(column, means[d]) / count;
        }

        return (means, variances);
    }

    /// <summary>One climb at a time, in the same memory.</summary>
    private sealed class Run
    {
        private readonly HmmWorkspace _work;
        private int _iterations;
        private double _likelihood;
        private double _gain;
        private bool _hasConverged;

        public Run(int count, int features, int states, HmmSettings settings, double[] variances)
            : this(count, new HmmLanes(states, features) { DegreesOfFreedom = settings.DegreesOfFreedom }, settings, variances)
        {
        }

        public Run(int count, HmmLanes lanes, HmmSettings settings, double[] variances)
        {
            Lanes = lanes;
            Maximizer = new HmmMaximizer(settings, variances, lanes.Width);
            _work = new HmmWorkspace(count, lanes);
        }

        public HmmLanes Lanes { get; }

        public HmmMaximizer Maximizer { get; }

        /// <summary>Log-likelihood plus log prior.</summary>
        public double Objective { get; private set; }

        /// <summary>Climbs from the present parameters; false when a state has lost its rows.</summary>
        public bool Climb(ReadOnlySpan<double> rows, HmmSettings settings)
        {
            (_iterations, _gain, _hasConverged) = (0, double.PositiveInfinity, false);
            Measure(rows);
            while (_iterations < settings.MaxIterations && !_hasConverged)
            {
                var before = Objective;
                _work.Backward(Lanes);
                if (!Maximizer.Step(Lanes, _work, rows))
                {
                    return false;
                }

                _iterations++;
                Measure(rows);
                _gain = Objective - before;
                _hasConverged = _gain < settings.Tolerance;
            }

            return true;
        }

        public HmmFit Result(bool isReduced) => new(
            Lanes.ToModel(),
            isReduced ? FitStatus.Collapsed : _hasConverged ? FitStatus.Converged : FitStatus.IterationLimit,
            _iterations,
            _likelihood,
            _gain,
            Collapses: 0);

        private void Measure(ReadOnlySpan<double> rows)
        {
            _likelihood = _work.Forward(Lanes, rows);
            Objective = _likelihood + Maximizer.LogPrior(Lanes);
        }
    }
}
