using AraWeb.Engine.Evaluation.Resampling;

namespace AraWeb.Engine.Evaluation;

/// <summary>
/// Skill: one minus the mean loss over that of a reference, for Brier score, CRPS, QLIKE or any loss whose best value is 0. Above zero is better than the
/// reference.
/// </summary>
public static class SkillScore
{
    /// <summary>The skill and its interval, days drawn whole.</summary>
    /// <param name="loss">[N] losses, not negative.</param>
    /// <param name="reference">[N] losses of the reference in the same rows.</param>
    /// <param name="days">[N] the day of each as a number that rises with time.</param>
    /// <param name="level">Probability of the interval, for example 0.95.</param>
    /// <param name="settings">Block length in days, replications, seed.</param>
    /// <returns>NaN without rows or where the reference loses nothing; NaN ends with a single day.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a loss is not finite, or a setting cannot be used.</exception>
    public static IntervalEstimate Of(
        ReadOnlySpan<double> loss, ReadOnlySpan<double> reference, ReadOnlySpan<int> days, double level, BootstrapSettings settings)
    {
        Arguments.RequireFinite(loss, nameof(loss));
        Arguments.RequireLength(reference.Length, loss.Length, nameof(reference));
        Arguments.RequireFinite(reference, nameof(reference));
        var ratio = DayBootstrap.Ratio(loss, reference, days, level, settings);
        return new IntervalEstimate(1 - ratio.Estimate, 1 - ratio.Upper, 1 - ratio.Lower);
    }
}
