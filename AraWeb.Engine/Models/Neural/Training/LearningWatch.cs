using AraWeb.Engine.Models.Neural.Files;

namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>Reports progress with the time left, and writes a checkpoint every few steps where there is a place for one.</summary>
internal sealed class LearningWatch : ILearningWatch
{
    private readonly string _model;
    private readonly IProgress<NeuralProgress>? _progress;
    private readonly CheckpointFile? _checkpoint;
    private readonly int _every;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly int _first;

    /// <summary>Begins to watch.</summary>
    /// <param name="model">The architecture.</param>
    /// <param name="progress">Told of judgements.</param>
    /// <param name="checkpoint">Where states go.</param>
    /// <param name="every">Steps between checkpoints.</param>
    /// <param name="time">Clock.</param>
    /// <param name="first">Steps taken before this run.</param>
    public LearningWatch(string model, IProgress<NeuralProgress>? progress, CheckpointFile? checkpoint, int every, TimeProvider time, int first)
    {
        (_model, _progress, _checkpoint, _every, _time, _first) = (model, progress, checkpoint, every, time, first);
        _start = time.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Stepped(LearningState state, int seed)
    {
        if (state.Step % _every == 0)
        {
            _checkpoint?.Save(state);
        }
    }

    /// <inheritdoc/>
    public void Judged(LearningState state, int seed, int steps)
    {
        var elapsed = _time.GetElapsedTime(_start);
        var left = elapsed * ((steps - state.Step) / (double)Math.Max(1, state.Step - _first));
        var point = state.Curve[^1];
        _progress?.Report(new NeuralProgress(_model, seed, state.Step, steps, point.Loss, point.Validation, elapsed, left));
    }
}
