using AraWeb.Engine.Models.Neural.Files;
using AraWeb.Engine.Models.Neural.Training;

namespace AraWeb.Engine.Models.Neural;

/// <summary>A network that learns from the last bars of features; which network, the kinds say.</summary>
public abstract class NeuralForecaster : IForecaster
{
    private readonly NeuralLearning _learning;

    private protected NeuralForecaster(string id, NeuralSettings settings, NeuralRun run) => (Id, _learning) = (id, new NeuralLearning(id, settings, run));

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public IFittedForecaster Fit(TrainingSet data, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return _learning.Fit(data, seed, cancellationToken);
    }

    /// <summary>
    /// Learns on from networks that have learned from a panel, as a rule on one symbol's rows; keeps what they know wherever nothing is better.
    /// </summary>
    public FittedNeural FineTune(FittedNeural pretrained, TrainingSet data, int seed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pretrained);
        ArgumentNullException.ThrowIfNull(data);
        return _learning.FineTune(pretrained, data, seed, cancellationToken);
    }

    /// <inheritdoc/>
    public IFittedForecaster Load(Stream stream) => NeuralFile.Read(Id, stream);
}
