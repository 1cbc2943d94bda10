using System.Runtime.CompilerServices;

namespace AraWeb.Engine.Regime.Jump;

/// <summary>
/// Fits jump models: centres are the means of their rows, the path is the cheapest for the centres, in turn until nothing changes (Nystrup, Lindström and
/// Madsen 2020, algorithm 1), from several starting points or from a model fitted before. Every round lowers the objective or ends the fit. A start in
/// which a state loses its rows is given up; when all are, the model has a state less.
/// </summary>
public static class JumpFitter
{
    /// <summary>A state with fewer rows has collapsed: its centre would be noise (ten rows know a mean to a third of a standard deviation).</summary>
    public const int FewestRows = 10;

    /// <summary>Fits from k-means++ starting points; the smallest objective wins.</summary>
    /// <param name="rows">[T x D] row by row, oldest first, all finite, features on one scale.</param>
    /// <param name="features">D.</param>
    /// <param name="settings">What to fit.</param>
    /// <exception cref="ArgumentException">There are no rows, they are not rows of D features, or a value is not finite.</exception>
    public static JumpFit Fit(ReadOnlySpan<double> rows, int features, JumpSettings settings)
    {
        JumpSettings.Check(settings);
        Check(rows, features);
        var count = rows.Length / features;
        var collapses = 0;
        for (var states = settings.States; states > 0; states--)
        {
            var run = new Run(count, new JumpLanes(states, features, settings.Penalty));
            var centres = new double[states * features];
            JumpFit? best = null;
            for (var start = 0; start < settings.Starts; start++)
            {
                SeededCentres.Draw(rows, features, new Random(settings.Seed + start), centres, run.Least);
                run.Lanes.Read(centres);
                if (!run.Descend(rows, settings.MaxIterations) && states > 1)
                {
                    collapses++;
                }
                else if (best is null || run.Objective < best.Objective)
                {
                    best = run.Result(states < settings.States);
                }
            }

            if (best is not null)
            {
                return best with { Collapses = collapses };
            }
        }

        throw new InvalidOperationException("One state cannot lose its rows.");
    }

    /// <summary>
    /// Fits from a model that was fitted to other rows of the same kind, for example to a window that has moved on. When a state loses its rows, this is a
    /// fit from the starting points of the settings.
    /// </summary>
    /// <param name="rows">[T x D] row by row, oldest first, all finite, on the scale of the model.</param>
    /// <param name="model">Where to start.</param>
    /// <param name="settings">What to fit; states and penalty are the model's unless a fit from the beginning is needed.</param>
    /// <exception cref="ArgumentException">There are no rows, they do not fit the model, or a value is not finite.</exception>
    public static JumpFit Refit(ReadOnlySpan<double> rows, JumpModel model, JumpSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        JumpSettings.Check(settings);
        Check(rows, model.Features);
        var run = new Run(rows.Length / model.Features, new JumpLanes(model.States, model.Features, model.Penalty));
        run.Lanes.Read([.. model.Centres]);
        return run.Descend(rows, settings.MaxIterations) ? run.Result(isReduced: false) : Fit(rows, model.Features, settings);
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

    /// <summary>One descent at a time, in the same memory.</summary>
    private sealed class Run
    {
        private readonly double[] _values;
        private readonly double[] _sums;
        private readonly int[] _counts;
        private int[] _path;
        private int[] _next;
        private int _iterations;
        private double _gain;

        public Run(int count, JumpLanes lanes)
        {
            Lanes = lanes;
            Least = new double[count];
            _values = new double[count * lanes.Width];
            _path = new int[count];
            _next = new int[count];
            _sums = new double[lanes.States * lanes.Features];
            _counts = new int[lanes.States];
        }

        public JumpLanes Lanes { get; }

        /// <summary>[T] the smallest value of each row; free for other use between descents.</summary>
        public double[] Least { get; }

        public double Objective { get; private set; }

        /// <summary>Descends from the present centres; false when a state has lost its rows.</summary>
        public bool Descend(ReadOnlySpan<double> rows, int maxIterations)
        {
            (_iterations, _gain) = (0, double.PositiveInfinity);
            Assign(rows);
            while (_gain > 0 && _iterations < maxIterations)
            {
                var before = Objective;
                Centre(rows);
                if (_counts.AsSpan().ContainsAnyInRange(0, FewestRows - 1))
                {
                    return false;
                }

                Assign(rows);
                _iterations++;

                // The same path has the same means, so nothing more can come; the objective alone may still move in its last bits.
                _gain = _path.AsSpan().SequenceEqual(_next) ? 0 : Math.Max(0, before - Objective);
            }

            return true;
        }

        public JumpFit Result(bool isReduced) => new(
            new JumpModel(Lanes.ToCentres(), Lanes.States, Lanes.Penalty),
            [.. _path],
            isReduced ? FitStatus.Collapsed : _gain > 0 ? FitStatus.IterationLimit : FitStatus.Converged,
            _iterations,
            Objective,
            _gain,
            Collapses: 0);

        /// <summary>The cheapest path for the centres; the one before stays in the other array.</summary>
        private void Assign(ReadOnlySpan<double> rows)
        {
            (_path, _next) = (_next, _path);
            CheapestPath.Forward(Lanes, rows, _values, Least);
            Objective = CheapestPath.Backtrack(Lanes, _values, Least, _path);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Centre(ReadOnlySpan<double> rows)
        {
            var features = Lanes.Features;
            Array.Clear(_sums);
            Array.Clear(_counts);
            for (var t = 0; t < _path.Length; t++)
            {
                var sums = _sums.AsSpan(_path[t] * features, features);
                var row = rows.Slice(t * features, features);
                _counts[_path[t]]++;
                for (var d = 0; d < sums.Length; d++)
                {
                    sums[d] += row[d];
                }
            }

            for (var i = 0; i < _sums.Length; i++)
            {
                _sums[i] /= Math.Max(1, _counts[i / features]);
            }

            Lanes.Read(_sums);
        }
    }
}
