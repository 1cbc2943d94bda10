using AraWeb.Engine.Models.Neural.Training;

namespace AraWeb.Engine.Models.Neural;

/// <summary>Convolutions and an LSTM in both directions (<see cref="Networks.ConvolutionLstm"/>) over the last 60 bars.</summary>
public sealed class ConvolutionLstmForecaster : NeuralForecaster
{
    private const string Name = "cnn_lstm";

    /// <summary>Learns with the usual settings.</summary>
    public ConvolutionLstmForecaster()
        : this(NeuralSettings.Default, new NeuralRun())
    {
    }

    /// <summary>Learns with given settings.</summary>
    public ConvolutionLstmForecaster(NeuralSettings settings, NeuralRun run)
        : base(Name, settings, run)
    {
    }
}
