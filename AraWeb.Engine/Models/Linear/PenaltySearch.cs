using AraWeb.Engine.Core;
using AraWeb.Engine.Evaluation.Splits;

namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// Purged cross-validation of the penalty: blocks of time are left out in turn, together with the rows around them whose labels reach into them. All horizons
/// share the folds, purged for the longest one.
/// </summary>
internal sealed class PenaltySearch
{
    private readonly LinearSettings _settings;
    private readonly List<(int From, int To)[]> _trained = [];
    private readonly List<(int From, int To)> _tested = [];

    /// <summary>Lays the folds: blocks of as many bars each, whatever rows they hold.</summary>
    /// <param name="data">Rows in time.</param>
    /// <param name="settings">Folds and embargo.</param>
    /// <exception cref="ModelException">The rows do not suffice for the folds, or are not in time.</exception>
    public PenaltySearch(TrainingSet data, LinearSettings settings)
    {
        _settings = settings;
        var rows = data.Count;
        var bars = data.Bars.IsEmpty ? [.. Enumerable.Range(0, rows)] : data.Bars.ToArray();
        if (bars.Length != rows || !IsAscending(bars))
        {
            throw new ModelException("The training set's bars do not fit its rows, or descend.", "Give one bar number a row, in time.");
        }

        var advice = $"Train on more rows, take fewer than {settings.Folds} folds, or set a fixed penalty.";
        var span = bars[^1] - bars[0] + 1;
        if (span < settings.Folds)
        {
            throw new ModelException($"{span} bars do not suffice for {settings.Folds} folds.", advice);
        }

        // Where a bar's first row stands.
        int RowOf(int bar) => FirstAtLeast(bars, bars[0] + bar);
        var gap = new SplitGap(data.Horizons.Max(), settings.Embargo);
        var splits = new CombinatorialSplits(span, settings.Folds, 1, gap);
        for (var fold = 0; fold < splits.Count; fold++)
        {
            var split = splits.Split(fold);
            var test = (From: RowOf(split.Test[0]), To: RowOf(split.Test[^1] + 1));
            var train = Runs(split.Train).Select(run => (From: RowOf(run.From), To: RowOf(run.To))).Where(run => run.From < run.To).ToArray();
            if (test.From == test.To || train.Sum(run => run.To - run.From) < 2)
            {
                throw new ModelException(
                    $"{span} bars leave fold {fold + 1} of {settings.Folds} without rows once {gap.Purge} bars around it are purged.", advice);
            }

            _tested.Add(test);
            _trained.Add(train);
        }

        int[] cuts = [0, rows, .. _tested.Concat(_trained.SelectMany(runs => runs)).SelectMany(run => (int[])[run.From, run.To])];
        Bounds = [.. cuts.Distinct().Order()];
    }

    /// <summary>[S + 1] where stretches of rows begin that belong to the same folds, then the number of rows.</summary>
    public IReadOnlyList<int> Bounds { get; }

    /// <summary>Finds the penalty of each horizon.</summary>
    /// <param name="moments">Gathered over <see cref="Bounds"/>.</param>
    /// <param name="whole">The problem on all rows, which says what penalties to try.</param>
    /// <param name="method">The penalty's kind.</param>
    /// <param name="cancellationToken">Looked at before each penalty.</param>
    /// <returns>[H].</returns>
    public PenaltyChoice[] Choose(LinearMoments moments, LinearProblem whole, ILinearMethod method, CancellationToken cancellationToken)
    {
        var horizons = moments.Columns.Horizons;
        var penalties = new double[horizons][];
        var errors = new double[horizons][];
        for (var h = 0; h < horizons; h++)
        {
            penalties[h] = Penalties(method.LargestPenalty(whole, h));
            errors[h] = new double[_tested.Count * _settings.PathLength];
        }

        var coefficients = new double[_settings.PathLength * whole.Size];
        for (var fold = 0; fold < _tested.Count; fold++)
        {
            var (trained, tested) = (_trained[fold], _tested[fold]);
            var train = moments.Sum(stretch => Array.Exists(trained, run => Bounds[stretch] >= run.From && Bounds[stretch] < run.To));
            var test = moments.Sum(stretch => Bounds[stretch] >= tested.From && Bounds[stretch] < tested.To);
            var one = (moments.Columns.One * moments.Columns.PaddedCount) + moments.Columns.One;
            if (!(train[one] > 0) || !(test[one] > 0))
            {
                throw new ModelException($"All rows of fold {fold + 1} have a weight of zero.", "Give more rows a weight, or take fewer folds.");
            }

            var problem = new LinearProblem(moments.Columns, train);
            var path = method.Prepare(problem);
            for (var h = 0; h < horizons; h++)
            {
                path.Solve(h, penalties[h], coefficients, cancellationToken);
                for (var p = 0; p < _settings.PathLength; p++)
                {
                    errors[h][(fold * _settings.PathLength) + p] = problem.Error(h, coefficients.AsSpan(p * whole.Size, whole.Size), test);
                }
            }
        }

        var choices = new PenaltyChoice[horizons];
        for (var h = 0; h < horizons; h++)
        {
            choices[h] = Choose(penalties[h], errors[h]);
        }

        return choices;
    }

    private static bool IsAscending(int[] bars)
    {
        for (var i = 1; i < bars.Length; i++)
        {
            if (bars[i] < bars[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    private static int FirstAtLeast(int[] bars, int bar)
    {
        var (low, high) = (0, bars.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = bars[middle] < bar ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static List<(int From, int To)> Runs(int[] rows)
    {
        if (rows.Length == 0)
        {
            return [];
        }

        var runs = new List<(int From, int To)>();
        var from = rows[0];
        for (var i = 1; i < rows.Length; i++)
        {
            if (rows[i] != rows[i - 1] + 1)
            {
                runs.Add((from, rows[i - 1] + 1));
                from = rows[i];
            }
        }

        runs.Add((from, rows[^1] + 1));
        return runs;
    }

    private double[] Penalties(double largest)
    {
        var penalties = new double[_settings.PathLength];
        for (var p = 0; p < penalties.Length; p++)
        {
            penalties[p] = largest * Math.Pow(_settings.PathRatio, (double)p / (penalties.Length - 1));
        }

        return penalties;
    }

    private PenaltyChoice Choose(double[] penalties, double[] errors)
    {
        var (length, folds) = (penalties.Length, _tested.Count);
        var (means, deviations) = (new double[length], new double[length]);
        var best = 0;
        for (var p = 0; p < length; p++)
        {
            for (var fold = 0; fold < folds; fold++)
            {
                means[p] += errors[(fold * length) + p] / folds;
            }

            for (var fold = 0; fold < folds; fold++)
            {
                var distance = errors[(fold * length) + p] - means[p];
                deviations[p] += distance * distance / (folds - 1);
            }

            deviations[p] = Math.Sqrt(deviations[p] / folds);
            best = means[p] < means[best] ? p : best;
        }

        var taken = best;
        if (_settings.UseOneStandardError)
        {
            taken = Array.FindIndex(means, mean => mean <= means[best] + deviations[best]);
        }

        return new PenaltyChoice(penalties[taken], means[taken], deviations[taken], length);
    }
}
