using AraWeb.Engine.Models.Neural.Managed;

namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>
/// Loss and gradient of a batch on all processors. The batch is cut into small shards and those are dealt to eight lanes, each with an engine and
/// gradients of
/// its own, which are added in order: the same to the bit however many threads work.
/// </summary>
internal sealed class GradientPass
{
    /// <summary>More processors than this do not make it faster.</summary>
    private const int Lanes = 8;

    /// <summary>Windows of a shard: eight of 60 bars are tall enough for the matrix product and low enough for the caches.</summary>
    private const int Shard = 8;

    private readonly INetwork _network;
    private readonly NetworkWeights _weights;
    private readonly LaneTeam _team;
    private readonly ManagedEngine?[] _engines = new ManagedEngine?[Lanes];
    private readonly double[] _losses = new double[Lanes];
    private readonly float[] _levels;
    private readonly Action<int> _lane;
    private TrainingBatch _batch = new([], [], []);
    private ulong _chance;
    private float _unit;
    private CancellationToken _stop;

    /// <summary>Makes a pass.</summary>
    public GradientPass(INetwork network, NetworkWeights weights, LaneTeam team)
    {
        (_network, _weights, _team, _lane) = (network, weights, team, RunLane);
        _levels = [.. network.Lengths.Levels.Select(level => (float)level)];
        Gradient = new float[network.Parameters.Length];
    }

    /// <summary>The gradient of the last batch, laid out as <see cref="NetworkWeights.Values"/>.</summary>
    public float[] Gradient { get; }

    /// <summary>Computes the gradient of the mean loss of a batch.</summary>
    /// <param name="batch">What to learn from.</param>
    /// <param name="chance">What dropout is drawn from.</param>
    /// <param name="cancellationToken">Looked at between shards, some milliseconds apart.</param>
    /// <returns>The loss.</returns>
    public double Run(TrainingBatch batch, ulong chance, CancellationToken cancellationToken)
    {
        _stop = cancellationToken;
        var weight = 0.0;
        for (var row = 0; row < batch.Count; row++)
        {
            weight += batch.Weights[row];
        }

        (_batch, _chance, _unit) = (batch, chance, weight > 0 ? (float)(1 / (weight * _network.Lengths.Horizons)) : 0);
        var lanes = Math.Min(Lanes, (batch.Count + Shard - 1) / Shard);
        _team.Run(lanes, _lane);
        var loss = 0.0;
        for (var lane = 0; lane < lanes; lane++)
        {
            loss += _losses[lane];
            var part = _engines[lane]!.Gradients;
            if (lane == 0)
            {
                part.CopyTo(Gradient);
            }
            else
            {
                System.Numerics.Tensors.TensorPrimitives.Add(Gradient, part, Gradient);
            }
        }

        return loss;
    }

    private void RunLane(int lane)
    {
        var engine = _engines[lane] ??= new ManagedEngine(_weights);
        engine.Gradients.Clear();
        _losses[lane] = 0;
        for (var first = lane * Shard; first < _batch.Count; first += Lanes * Shard)
        {
            _stop.ThrowIfCancellationRequested();
            _losses[lane] += RunShard(engine, first, Math.Min(Shard, _batch.Count - first));
        }
    }

    private float RunShard(ManagedEngine engine, int first, int count)
    {
        var lengths = _network.Lengths;
        var (window, horizons) = (lengths.Steps * lengths.Features, lengths.Horizons);
        engine.BeginLearning(_chance + ((ulong)first << 16));
        var x = engine.Give(new TensorShape(count, lengths.Steps, lengths.Features));
        _batch.Windows.AsSpan(first * window, count * window).CopyTo(engine.Values(x));
        var targets = engine.Give(new TensorShape(count, horizons));
        _batch.Targets.AsSpan(first * horizons, count * horizons).CopyTo(engine.Values(targets));
        var weights = engine.Give(new TensorShape(count));
        for (var row = 0; row < count; row++)
        {
            engine.Values(weights)[row] = _batch.Weights[first + row] * _unit;
        }

        var output = _network.Run(engine, x);
        var quantiles = engine.Scale(engine.PinballLoss(output.Quantiles, targets, weights, _levels), ForecastLoss.QuantileShare / _levels.Length);
        var loss = engine.Add(quantiles, engine.HuberLoss(output.Mean, targets, weights, ForecastLoss.HuberLimit));
        engine.Backward(loss);
        return engine.Values(loss)[0];
    }
}
