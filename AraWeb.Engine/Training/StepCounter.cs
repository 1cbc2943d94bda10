namespace AraWeb.Engine.Training;

/// <summary>Makes shares of steps, each of which is told as it begins.</summary>
/// <param name="inner">Told of the shares.</param>
/// <param name="expected">Steps that are expected; where there are more, the share stays below one.</param>
internal sealed class StepCounter(IProgress<TrainingStep> inner, int expected) : IProgress<string>
{
    private int _steps;

    /// <summary>Steps of a training on a panel of so many series, the longest with so many bars.</summary>
    public static int Expected(int series, int bars, int warmUp, int learners)
    {
        var days = Math.Max(0, bars - warmUp);
        var plan = TrainingPlan.ForDays(days);
        var fits = Math.Max(1, (days - plan.FirstDays + plan.RefitDays - 1) / plan.RefitDays);

        // The baseline is fitted with the members, and these once more at the end.
        return series + (fits * (learners + 1)) + learners;
    }

    /// <inheritdoc/>
    public void Report(string value)
    {
        var step = Interlocked.Increment(ref _steps) - 1;
        inner.Report(new TrainingStep(Math.Min(step, expected - 1) / (double)expected, value));
    }
}
