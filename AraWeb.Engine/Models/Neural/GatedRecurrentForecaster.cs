using AraWeb.Engine.Models.Neural.Training;

namespace AraWeb.Engine.Models.Neural;

/// <summary>GRUs (<see cref="Networks.GatedRecurrent"/>) over the last 60 bars.</summary>
public sealed class GatedRecurrentForecaster : NeuralForecaster
{
    private const string Name = "gru";

    /// <summary>Learns with the usual settings.</summary>
    public GatedRecurrentForecaster()
        : this(NeuralSettings.Default, new NeuralRun())
    {
    }

    /// <summary>Learns with given settings.</summary>
    public GatedRecurrentForecaster(NeuralSettings settings, NeuralRun run)
        : base(Name, settings, run)
    {
    }
}
