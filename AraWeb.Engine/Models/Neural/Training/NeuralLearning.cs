using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Neural.Files;
using AraWeb.Engine.Models.Neural.Managed;

namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>
/// Teaches networks of one architecture from several seeds, from scratch or on from networks that have learned from a whole panel, and finds out how much of
/// their tilt came true on the validation bars.
/// </summary>
/// <param name="id">The model's id, which is the architecture's name.</param>
/// <param name="settings">How.</param>
/// <param name="run">What surrounds it.</param>
internal sealed class NeuralLearning(string id, NeuralSettings settings, NeuralRun run)
{
    /// <summary>Fine-tuning steps by this part of the usual learning rate: it adjusts, it does not learn anew.</summary>
    private const double FineTuningRate = 0.1;

    /// <summary>Learns from scratch.</summary>
    /// <exception cref="ModelException">The rows cannot be learned from; says which and why.</exception>
    public FittedNeural Fit(TrainingSet data, int seed, CancellationToken cancellationToken)
    {
        Check(data);
        var team = new LaneTeam(data.Threads);
        var lengths = new NetworkLengths(data.FeatureNames.Count, NetworkLengths.UsualSteps, data.Horizons.Count, NetworkLengths.UsualLevels);
        var network = NeuralFile.Make(id, lengths);
        var source = new WindowSource(data, network.Lengths.Steps);
        var split = TrainingSplit.Of(data, settings);
        source.Measure(split.Learned);
        var trainer = new NetworkTrainer(network, source, split, settings, team);
        return Learn(data, network, source, split, trainer, seed, (own, _) => trainer.Begin(own), settings.Seeds, cancellationToken);
    }

    /// <summary>Learns on from what a whole panel taught: as a rule on one symbol's rows. Keeps what was learned wherever nothing is better.</summary>
    /// <param name="pretrained">Networks that have learned from the same features and horizons.</param>
    /// <param name="data">Rows of the symbol.</param>
    /// <param name="seed">Chance.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ModelException">Features or horizons differ, or the rows cannot be learned from.</exception>
    public FittedNeural FineTune(FittedNeural pretrained, TrainingSet data, int seed, CancellationToken cancellationToken)
    {
        Check(data);
        if (pretrained.Id != id || !pretrained.FeatureNames.SequenceEqual(data.FeatureNames, StringComparer.Ordinal)
            || !pretrained.Horizons.SequenceEqual(data.Horizons))
        {
            throw new ModelException(
                $"The {pretrained.Id} networks have learned from other features or horizons than those given.",
                "Fine-tune on the panel's own features and horizons.");
        }

        var team = new LaneTeam(data.Threads);
        var network = pretrained.Network;
        var source = new WindowSource(data, network.Lengths.Steps);
        var first = pretrained.Members[0].Weights;
        source.Use(first.Of(network.Centre), first.Of(network.Spread));
        var split = TrainingSplit.Of(data, settings);
        var gentle = settings with { LearningRate = settings.LearningRate * FineTuningRate, CalmFirst = false };
        var trainer = new NetworkTrainer(network, source, split, gentle, team);
        return Learn(data, network, source, split, trainer, seed, (_, member) =>
        {
            var weights = new NetworkWeights(network.Parameters);
            weights.CopyFrom(pretrained.Members[member].Weights);
            return new LearningState(weights);
        }, pretrained.Members.Count, cancellationToken);
    }

    private static void Check(TrainingSet data)
    {
        TargetGuard.ThrowIfNaN(data);
        var (rows, features, horizons) = (data.Count, data.FeatureNames.Count, data.Horizons.Count);
        if (features == 0 || horizons == 0 || data.Features.Length != (long)rows * features || data.Targets.Length != (long)rows * horizons)
        {
            throw new ModelException(
                $"{rows} rows of {features} features with {horizons} horizons have {data.Features.Length} feature values and {data.Targets.Length} targets.",
                "Give as many values and targets as rows, features and horizons say.");
        }

        foreach (var target in data.Targets.Span)
        {
            if (double.IsInfinity(target))
            {
                throw new ModelException("A target is infinite.", "Drop the rows whose outcome is not a number.");
            }
        }
    }

    private FittedNeural Learn(
        TrainingSet data, INetwork network, WindowSource source, TrainingSplit split, NetworkTrainer trainer, int seed,
        Func<int, int, LearningState> begin, int count, CancellationToken cancellationToken)
    {
        var members = new List<NeuralMember>();
        var checkpoints = new List<CheckpointFile>();
        for (var member = 0; member < count; member++)
        {
            var own = unchecked((seed * 7919) + member);
            var state = begin(own, member);
            var checkpoint = run.Checkpoints is null ? null : CheckpointOf(data, network, own, member, run.Checkpoints);
            checkpoint?.TryLoad(state);
            var watch = new LearningWatch(id, run.Progress, checkpoint, run.CheckpointSteps, run.Time, state.Step);
            var learned = trainer.Run(state, own, watch, cancellationToken);
            members.Add(new NeuralMember(learned.Weights, learned.Curve, learned.End));
            if (checkpoint is not null)
            {
                // A finished network is kept until all are, so that a kill costs no more than its own steps.
                checkpoint.Save(state);
                checkpoints.Add(checkpoint);
            }
        }

        checkpoints.ForEach(checkpoint => checkpoint.Remove());
        return new FittedNeural(id, data.FeatureNames, data.Horizons, network, members, Shares(network, members, source, split, cancellationToken));
    }

    private CheckpointFile CheckpointOf(TrainingSet data, INetwork network, int seed, int member, string folder)
    {
        Directory.CreateDirectory(folder);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{settings} {seed}"));
        hash.AppendData(MemoryMarshal.AsBytes(data.Features.Span));
        hash.AppendData(MemoryMarshal.AsBytes(data.Targets.Span));
        hash.AppendData(MemoryMarshal.AsBytes(data.Weights.Span));
        hash.AppendData(MemoryMarshal.AsBytes(data.HistoryRows.Span));
        return new CheckpointFile(Path.Combine(folder, $"{id}-{member}.safetensors"), network.Architecture, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>[H] regression of outcomes on the mean forecast over the validation bars, held between 0 and 1.</summary>
    private static double[] Shares(
        INetwork network, List<NeuralMember> members, WindowSource source, TrainingSplit split, CancellationToken cancellationToken)
    {
        var horizons = network.Lengths.Horizons;
        var said = new Dictionary<int, double[]>();
        foreach (var member in members)
        {
            new Judge(network, member.Weights, new LaneTeam(source.Data.Threads)).Run(source, split.Judged, (row, means, quantiles) =>
            {
                var sum = CollectionsMarshal.GetValueRefOrAddDefault(said, row, out _) ??= new double[horizons];
                for (var h = 0; h < horizons; h++)
                {
                    sum[h] += means[h] / members.Count;
                }
            }, cancellationToken);
        }

        var shares = new double[horizons];
        for (var h = 0; h < horizons; h++)
        {
            var (crossed, squares) = (0.0, 0.0);
            foreach (var (row, mean) in said)
            {
                var weight = source.Data.Weights.Span[row];
                crossed += weight * mean[h] * source.Data.Targets.Span[(row * horizons) + h];
                squares += weight * mean[h] * mean[h];
            }

            shares[h] = squares > 0 ? Math.Clamp(crossed / squares, 0, 1) : 0;
        }

        return shares;
    }
}
