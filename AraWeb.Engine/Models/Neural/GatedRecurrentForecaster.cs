using AraWeb.Engine.Models.Neural.Files;
using AraWeb.Engine.Models.Neural.Training;

namespace AraWeb.Engine.Models.Neural;

/// <summary>GRUs (<see cref="Networks.GatedRecurrent"/>) over the last 60 bars.</summary>
public sealed class GatedRecurrentForecaster : IForecaster
{
    private const string Name = "gru";

    private readonly NeuralLearning _learning;

    /// <summary>Learns with the usual settings.</summary>
    public GatedRecurrentForecaster()
        : this(NeuralSettings.Default, new NeuralRun())
    {
    }

    /// <summary>Learns with given settings.</summary>
    public GatedRecurrentForecaster(NeuralSettings settings, NeuralRun run) => _learning = new NeuralLearning(Name, settings, run);

    /// <inheritdoc/>
    public string Id => Name;

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
    public IFittedForecaster Load(Stream stream) => NeuralFile.Read(Name, stream);
}
