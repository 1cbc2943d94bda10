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

    /// <summary>Lays the folds.</summary>
    /// <param name="rows">Rows in time.</param>
    /// <param name="longest">The longest horizon in bars.</param>
    /// <param name="settings">Folds, rows of a bar, embargo.</param>
    /// <exception cref="ModelException">The rows do not suffice for the folds.</exception>
    public PenaltySearch(int rows, int longest, LinearSettings settings)
    {
        _settings = settings;
        var advice = $"Train on more rows, take fewer than {settings.Folds} folds, or set a fixed penalty.";
        if (rows < settings.Folds)
        {
            throw new ModelException($"{rows} rows do not suffice for {settings.Folds} folds.", advice);
        }

        var gap = new SplitGap(checked(longest * settings.RowsPerBar), checked(settings.Embargo * settings.RowsPerBar));
        var splits = new CombinatorialSplits(rows, settings.Folds, 1, gap);
        for (var fold = 0; fold < splits.Count; fold++)
        {
            var split = splits.Split(fold);
            if (split.Train.Length < 2)
            {
                throw new ModelException(
                    $"{rows} rows leave fold {fold + 1} of {settings.Folds} nothing to learn from once {gap.Purge} rows around it are purged.", advice);
            }

            _tested.Add((split.Test[0], split.Test[^1] + 1));
            _trained.Add(Runs(split.Train));
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

    private static (int From, int To)[] Runs(int[] rows)
    {
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
        return [.. runs];
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
