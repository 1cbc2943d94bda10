using AraWeb.Engine.Core;
using AraWeb.Engine.Models;

namespace AraWeb.Tests.Engine.Training;

/// <summary>Says the outcome that it was shown last in training for each row's first feature, and remembers what it was shown.</summary>
internal sealed class SpyForecaster(string id, Func<TrainingSet, double> learn) : IForecaster
{
    public List<TrainingSet> Seen { get; } = [];

    public string Id => id;

    public IFittedForecaster Fit(TrainingSet data, int seed, CancellationToken cancellationToken)
    {
        Seen.Add(data);
        return new Fitted(id, learn(data));
    }

    public IFittedForecaster Load(Stream stream) => throw new ModelException("A spy is not kept.", "Make a new one.");

    private sealed class Fitted(string id, double mean) : IFittedForecaster
    {
        public string Id => id;

        public void Predict(ReadOnlySpan<double> features, Span<StandardizedForecast> forecasts) => forecasts.Fill(new StandardizedForecast(mean, 0.5));

        public void Save(Stream stream) => throw new ModelException("A spy is not kept.", "Make a new one.");
    }
}
