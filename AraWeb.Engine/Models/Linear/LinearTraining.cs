using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Linear;

/// <summary>The way from rows to a fitted linear model, the same for every penalty: gather products once, choose the penalties, solve on all rows.</summary>
internal static class LinearTraining
{
    /// <summary>Fits.</summary>
    /// <exception cref="ModelException">Targets hold NaN, arrays do not fit each other, values are infinite, or the rows do not suffice.</exception>
    public static FittedLinear Fit(string id, TrainingSet data, ILinearMethod method, LinearSettings settings, CancellationToken cancellationToken)
    {
        Check(data);
        TargetGuard.ThrowIfNaN(data);
        cancellationToken.ThrowIfCancellationRequested();
        var search = settings.Penalty is null ? new PenaltySearch(data, settings) : null;
        var moments = LinearMoments.Gather(data, search?.Bounds ?? [0, data.Count], cancellationToken);
        var whole = new LinearProblem(moments.Columns, moments.Sum(_ => true));
        var choices = search?.Choose(moments, whole, method, cancellationToken);
        var fits = new LinearFit[data.Horizons.Count];
        for (var h = 0; h < fits.Length; h++)
        {
            var choice = choices?[h] ?? new PenaltyChoice(settings.Penalty!.Value, double.NaN, double.NaN, 1);
            var solution = method.Solve(whole, h, choice.Penalty, cancellationToken);
            fits[h] = Describe(data.Horizons[h], h, moments.Columns, whole, choice, solution);
        }

        var means = new double[whole.Size];
        var shares = new double[whole.Size];
        for (var j = 0; j < whole.Size; j++)
        {
            means[j] = moments.Columns.Means[j] + whole.Shifts[j];
            shares[j] = (double)moments.Columns.Missing[j] / data.Count;
        }

        var posterior = method is RidgeMethod
            ? new RidgePosterior(whole.Gram, whole.Scales, moments.Columns.EffectiveRows, [.. fits.Select(fit => fit.Penalty)])
            : null;
        return new FittedLinear(id, data.FeatureNames, means, whole.Scales, shares, fits, posterior);
    }

    private static LinearFit Describe(int horizon, int h, LinearColumns columns, LinearProblem whole, PenaltyChoice choice, LinearSolution solution)
    {
        var slopes = new double[whole.Size];
        for (var j = 0; j < slopes.Length; j++)
        {
            slopes[j] = whole.Scales[j] == 0 ? 0 : solution.Coefficients[j] / whole.Scales[j];
        }

        // One degree goes to the centre; with hardly more rows than coefficients one is left over.
        var left = Math.Max(1, columns.EffectiveRows - 1 - solution.DegreesOfFreedom);
        var variance = whole.Residual(h, solution.Coefficients) * columns.EffectiveRows / left;
        return new LinearFit(
            horizon,
            slopes,
            columns.TargetMeans[h] + whole.Centres[h],
            Math.Sqrt(variance),
            choice.Penalty,
            solution.Status,
            solution.Iterations,
            solution.Gap,
            choice.Error,
            choice.StandardError,
            choice.Trials);
    }

    private static void Check(TrainingSet data)
    {
        ArgumentNullException.ThrowIfNull(data);
        const string advice = "Build the training set again.";
        if (data.Count == 0 || data.Horizons.Count == 0 || data.Horizons.Any(horizon => horizon < 1))
        {
            throw new ModelException("The training set has no rows, no horizon, or a horizon below one bar.", advice);
        }

        if (data.Features.Length != data.Count * data.FeatureNames.Count || data.Targets.Length != data.Count * data.Horizons.Count)
        {
            throw new ModelException("The training set's arrays do not fit its rows, features and horizons.", advice);
        }
    }
}
