using Quartz;
using Quartz.Extensibility;
using Quartz.Impl.Triggers;

namespace AraWeb.Jobs;

/// <summary>
/// When a job runs, by the clock that the scheduler goes by. Quartz's own builder gives its triggers the machine's clock; with another one ahead of it,
/// such a trigger is late for ever, and the scheduler moves it for ever. What was missed, because a run took long or the machine slept, is left out.
/// </summary>
internal sealed class Turns : IScheduleBuilder
{
    private readonly TimeSpan _interval;
    private readonly int _repeats;
    private readonly TimeProvider _time;

    private Turns(TimeSpan interval, int repeats, TimeProvider time) => (_interval, _repeats, _time) = (interval, repeats, time);

    /// <summary>One run.</summary>
    public static Turns Once(TimeProvider time) => new(TimeSpan.Zero, repeats: 0, time);

    /// <summary>A run at the start and, measured from the end of each, after each interval.</summary>
    public static Turns Every(TimeSpan interval, TimeProvider time) => new(interval, SimpleTriggerImpl.RepeatIndefinitely, time);

    /// <inheritdoc/>
    public IMutableTrigger Build() => new SimpleTriggerImpl(_time)
    {
        RepeatInterval = _interval,
        RepeatCount = _repeats,
        MeasureIntervalFromCompletion = _repeats != 0,
    };
}
