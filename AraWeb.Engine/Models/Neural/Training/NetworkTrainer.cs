using AraWeb.Engine.Models.Neural.Managed;

namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>
/// Teaches one network from one seed. Every step looks at a batch of windows; now and then the validation bars are judged, and the weights that were
/// best there are
/// kept. The result for a seed is the same to the bit on any number of threads, and whether it was cut off and resumed or not.
/// </summary>
/// <param name="network">The architecture.</param>
/// <param name="source">Windows with means and deviations measured.</param>
/// <param name="split">Which rows are learned from.</param>
/// <param name="settings">How.</param>
/// <param name="team">Threads.</param>
internal sealed class NetworkTrainer(INetwork network, WindowSource source, TrainingSplit split, NeuralSettings settings, LaneTeam team)
{
    /// <summary>A loss this many times that of an untrained network has exploded.</summary>
    private const double Exploded = 20;

    /// <summary>Improvements smaller than this part of the loss are chance.</summary>
    private const double LeastImprovement = 1e-5;

    private readonly int _stepsOfEpoch = (split.Learned.Length + settings.Batch - 1) / settings.Batch;

    /// <summary>Steps in all.</summary>
    public int Steps => _stepsOfEpoch * settings.Epochs;

    /// <summary>Begins learning from scratch.</summary>
    public LearningState Begin(int seed)
    {
        var weights = new NetworkWeights(network.Parameters);
        network.Begin(weights, seed);
        source.Centre.CopyTo(weights.Of(network.Centre));
        source.Spread.CopyTo(weights.Of(network.Spread));
        return new LearningState(weights);
    }

    /// <summary>Learns on from a state.</summary>
    /// <param name="state">Where it stands; changed.</param>
    /// <param name="seed">Chance; the same as before where learning goes on.</param>
    /// <param name="watch">Told of steps and judgements.</param>
    /// <param name="cancellationToken">Looked at every few milliseconds.</param>
    public LearnedNetwork Run(LearningState state, int seed, ILearningWatch watch, CancellationToken cancellationToken)
    {
        var judge = new Judge(network, state.Weights, team);
        var pass = new GradientPass(network, state.Weights, team);
        var batch = new TrainingBatch(
            new float[settings.Batch * network.Lengths.Steps * network.Lengths.Features], new float[settings.Batch * network.Lengths.Horizons],
            new float[settings.Batch]);
        if (state.Curve.Count == 0)
        {
            var untrained = judge.Loss(source, split.Judged, cancellationToken);
            state.Curve.Add(new LearningPoint(0, double.NaN, untrained));
        }

        var order = Array.Empty<int>();
        var orderOf = -1;
        while (state.End is null && state.Step < Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (epoch, place) = (state.Step / _stepsOfEpoch, state.Step % _stepsOfEpoch);
            if (epoch != orderOf)
            {
                (order, orderOf) = (SampleOrder.Of(source, split.Learned, settings, seed, epoch), epoch);
            }

            Fill(batch, order, place * settings.Batch);
            var loss = pass.Run(batch, Chance(seed, state.Step), cancellationToken);
            var rate = LearningRate.At(state.Step, Steps, settings);
            var length = state.Optimiser.Step(pass.Gradient, rate, settings.WeightDecay, settings.LongestGradient);
            if (!double.IsFinite(loss) || !double.IsFinite(length) || loss > Exploded * state.Curve[0].Validation)
            {
                return End(state, LearningEnd.Exploded);
            }

            state.Step++;
            (state.LossSum, state.LossCount) = (state.LossSum + loss, state.LossCount + 1);
            if (IsJudgement(state.Step) && Judge(state, judge, seed, watch, cancellationToken))
            {
                return End(state, LearningEnd.StoppedEarly);
            }

            watch.Stepped(state, seed);
        }

        return End(state, state.End ?? LearningEnd.Done);
    }

    /// <summary>Dropout's chance of a step; steps are far apart, shards count up from it.</summary>
    private static ulong Chance(int seed, int step) => ((ulong)(uint)seed << 32) ^ ((ulong)step * 0xD1342543DE82EF95);

    private static LearnedNetwork End(LearningState state, LearningEnd end)
    {
        state.End = end;
        return new LearnedNetwork(state.Best, [.. state.Curve], end, state.Step);
    }

    private bool IsJudgement(int step) => step == Steps || step % Math.Max(1, _stepsOfEpoch / settings.JudgementsOfEpoch) == 0;

    /// <summary>Judges the validation bars.</summary>
    /// <returns>True if it is time to stop.</returns>
    private bool Judge(LearningState state, Judge judge, int seed, ILearningWatch watch, CancellationToken cancellationToken)
    {
        var best = state.Curve.Min(point => point.Validation);
        var validation = judge.Loss(source, split.Judged, cancellationToken);
        if (validation < best * (1 - LeastImprovement))
        {
            state.Best.CopyFrom(state.Weights);
            state.Stale = 0;
        }
        else
        {
            state.Stale++;
        }

        var loss = state.LossSum / Math.Max(1, state.LossCount);
        state.Curve.Add(new LearningPoint(state.Step, loss, double.IsNaN(validation) ? double.PositiveInfinity : validation));
        (state.LossSum, state.LossCount) = (0, 0);
        watch.Judged(state, seed, Steps);
        return state.Stale >= settings.Patience;
    }

    private void Fill(TrainingBatch batch, int[] order, int first)
    {
        var (window, horizons) = (network.Lengths.Steps * network.Lengths.Features, network.Lengths.Horizons);
        batch.Count = Math.Min(settings.Batch, order.Length - first);
        for (var i = 0; i < batch.Count; i++)
        {
            var row = order[first + i];
            source.Write(row, batch.Windows.AsSpan(i * window, window));
            batch.Weights[i] = (float)source.Data.Weights.Span[row];
            for (var h = 0; h < horizons; h++)
            {
                batch.Targets[(i * horizons) + h] = (float)source.Data.Targets.Span[(row * horizons) + h];
            }
        }
    }
}
