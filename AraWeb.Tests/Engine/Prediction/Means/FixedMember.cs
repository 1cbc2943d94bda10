using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Features.Panel;
using AraWeb.Engine.Models;
using AraWeb.Engine.Prediction.Means;

namespace AraWeb.Tests.Engine.Prediction.Means;

/// <summary>A member that always says the same, or fails.</summary>
internal sealed class FixedMember(string id, params double[] means) : IFittedForecaster
{
    public string Id => id;

    /// <summary>A model of such members with equal weights, for horizons of a day and a week.</summary>
    public static LivePool Pool(DateTimeOffset trainedThrough, params FixedMember[] members) => Pool(trainedThrough, detector: null, members);

    /// <summary>The same, with something that tells strange rows.</summary>
    public static LivePool Pool(DateTimeOffset trainedThrough, NoveltyDetector? detector, params FixedMember[] members)
    {
        double[] equal = [.. members.Select(_ => 1.0 / members.Length)];
        var weights = new PoolWeights(equal, [equal, equal, equal, equal]);
        string[] names = [.. Enumerable.Range(0, 58).Select(i => $"f{i}")];
        return new LivePool(
            "pool", 3, "0123456789abcdef", new PooledModel(PanelFeatures.Version, names, [1, 5], members, [weights, weights], trainedThrough)
            {
                Detector = detector,
                ImportanceConsistency = [0.4, -0.1],
            });
    }

    public void Predict(ReadOnlySpan<double> features, Span<StandardizedForecast> forecasts)
    {
        for (var h = 0; h < forecasts.Length; h++)
        {
            forecasts[h] = means.Length > 0
                ? new StandardizedForecast(means[h], 0.5)
                : throw new ModelException("its trees are gone", "Train again.");
        }
    }

    public void Save(Stream stream) => throw new ModelException("A fixed member is not kept.", "Make a new one.");
}
