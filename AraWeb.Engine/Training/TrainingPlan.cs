namespace AraWeb.Engine.Training;

/// <summary>How models are trained through time.</summary>
/// <param name="FirstDays">Days of the panel learned from before the first model.</param>
/// <param name="RefitDays">Days that a model serves before the next is fitted.</param>
/// <param name="Stride">Every n-th day is learned from.</param>
/// <param name="Embargo">Time between the last outcome learned and the first forecast.</param>
/// <param name="HalfLife">Age at which a row counts half.</param>
/// <param name="Seed">Chance.</param>
public sealed record TrainingPlan(int FirstDays, int RefitDays, int Stride, TimeSpan Embargo, TimeSpan HalfLife, int Seed)
{
    private const int LeastFirstDays = 250;

    /// <summary>Four years first, a new fit every year, every second day, a week's embargo, a half-life of five years.</summary>
    public static TrainingPlan Default { get; } = new(1000, 252, 2, TimeSpan.FromDays(7), TimeSpan.FromDays(5 * 365), Seed: 1);

    /// <summary>The usual plan; where histories are short the first fit comes after a third of them.</summary>
    public static TrainingPlan For(TrainingPanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return ForDays(panel.Closes.Count);
    }

    /// <summary>The plan for a panel of so many days.</summary>
    internal static TrainingPlan ForDays(int days) => Default with { FirstDays = Math.Clamp(days / 3, LeastFirstDays, Default.FirstDays) };
}
