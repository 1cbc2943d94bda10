using AraWeb.Engine.Core;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Training;

/// <summary>
/// Trains every member again and again through time and lets each fit speak only of days after all that it learned from, so that what is said of a row is
/// what could have been said then. A member that cannot be fitted is silent until the next fit, and named.
/// </summary>
public static class WalkForwardTraining
{
    /// <summary>Runs.</summary>
    /// <param name="panel">Rows in time.</param>
    /// <param name="members">Models that have not learned.</param>
    /// <param name="plan">When to fit, and on what.</param>
    /// <param name="progress">Told of each fit.</param>
    /// <param name="cancellationToken">Checked by the members while they learn.</param>
    /// <exception cref="ModelException">The panel has fewer days than the first fit needs.</exception>
    public static OutOfFold Run(
        TrainingPanel panel, IReadOnlyList<IForecaster> members, TrainingPlan plan, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(progress);
        if (panel.Closes.Count <= plan.FirstDays)
        {
            throw new ModelException(
                $"The series have {panel.Closes.Count} days together after warm-up; the first fit learns from {plan.FirstDays}.", "Give longer series.");
        }

        var result = new OutOfFold(panel, [.. members.Select(member => member.Id)]);
        var failures = new List<string>();
        var fits = new List<(int, int)>();
        for (var day = plan.FirstDays; day < panel.Closes.Count; day += plan.RefitDays)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var moment = panel.Closes[day];
            var rows = panel.RowsKnownBy(moment - plan.Embargo, plan.Stride);
            var end = Math.Min(panel.Closes.Count, day + plan.RefitDays);
            fits.Add((day, rows.Length));
            var data = panel.ToTrainingSet(rows, moment, plan.HalfLife);
            var fitted = new IFittedForecaster?[members.Count];
            for (var m = 0; m < members.Count; m++)
            {
                progress.Report($"{moment:yyyy-MM-dd}: {members[m].Id} learns from {rows.Length} rows");
                try
                {
                    fitted[m] = members[m].Fit(data, plan.Seed, cancellationToken);
                    Speak(result, m, fitted[m]!, day, end, cancellationToken);
                }
                catch (ModelException error)
                {
                    failures.Add($"{members[m].Id} on {moment:yyyy-MM-dd}: {error.Message}");
                }
            }

            result.Importance.Add(data, fitted, plan.Seed, cancellationToken);
        }

        (result.Failures, result.Fits) = (failures, fits);
        return result;
    }

    private static void Speak(OutOfFold result, int member, IFittedForecaster fitted, int firstDay, int endDay, CancellationToken cancellationToken)
    {
        var panel = result.Panel;
        var first = Array.BinarySearch(panel.Days, firstDay);
        while (first > 0 && panel.Days[first - 1] == firstDay)
        {
            first--;
        }

        var end = first;
        while (end < panel.Days.Length && panel.Days[end] < endDay)
        {
            end++;
        }

        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = panel.Threads };
        Parallel.For(first, end, options, () => (Said: new StandardizedForecast[panel.Horizons.Count], Room: RoomFor(fitted, panel)), (row, _, own) =>
        {
            fitted.Predict(panel.WindowOf(row, fitted.Window, own.Room), own.Said);
            result.Set(row, member, own.Said);
            return own;
        }, _ => { });
    }

    private static double[] RoomFor(IFittedForecaster fitted, TrainingPanel panel) =>
        fitted.Window == 1 ? [] : new double[fitted.Window * panel.FeatureNames.Count];
}
