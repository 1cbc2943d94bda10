using AraWeb.Engine.Models.Baselines;
using AraWeb.Engine.Models.Linear;

namespace AraWeb.Engine.Models;

/// <summary>The models that may vote on the mean, each with its usual settings.</summary>
public static class ForecasterCatalog
{
    /// <summary>One of each, in the order in which pools list them: the drift baseline, then linear models, forests, boosting.</summary>
    public static IReadOnlyList<IForecaster> All { get; } =
        [new ShrunkMeanForecaster(), new RidgeForecaster(), new LassoForecaster(), new ElasticNetForecaster()];
}
