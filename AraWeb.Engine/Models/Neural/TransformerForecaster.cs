using AraWeb.Engine.Models.Neural.Training;

namespace AraWeb.Engine.Models.Neural;

/// <summary>Transformers (<see cref="Networks.FinancialTransformer"/>) over the last 60 bars.</summary>
public sealed class TransformerForecaster : NeuralForecaster
{
    private const string Name = "transformer";

    /// <summary>Learns with the usual settings.</summary>
    public TransformerForecaster()
        : this(NeuralSettings.Default, new NeuralRun())
    {
    }

    /// <summary>Learns with given settings.</summary>
    public TransformerForecaster(NeuralSettings settings, NeuralRun run)
        : base(Name, settings, run)
    {
    }
}
