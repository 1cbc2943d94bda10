using AraWeb.Engine.Models.Neural.Training;

namespace AraWeb.Tests.Engine.Models.Neural.Training;

/// <summary>Hears of learning at once, on the thread that learns.</summary>
internal sealed class Told(Action<NeuralProgress> hear) : IProgress<NeuralProgress>
{
    public void Report(NeuralProgress value) => hear(value);
}
