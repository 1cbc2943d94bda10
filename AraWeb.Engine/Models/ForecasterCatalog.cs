using AraWeb.Engine.Models.Baselines;
using AraWeb.Engine.Models.Linear;
using AraWeb.Engine.Models.Trees;
using AraWeb.Engine.Models.Trees.Forests;

namespace AraWeb.Engine.Models;

/// <summary>The models that may vote on the mean, each with its usual settings.</summary>
public static class ForecasterCatalog
{
    /// <summary>The drift baseline, which looks at no features and so says the same of all instruments.</summary>
    public static IForecaster Baseline { get; } = new ShrunkMeanForecaster();

    /// <summary>Those that learn from features, in the order in which pools list them: linear models, forests, boosting.</summary>
    public static IReadOnlyList<IForecaster> Learners { get; } =
    [
        new RidgeForecaster(), new LassoForecaster(), new ElasticNetForecaster(),
        new RandomForestForecaster(), new ExtraTreesForecaster(),
        new DepthwiseBoostingForecaster(), new LeafwiseBoostingForecaster(), new ObliviousBoostingForecaster(),
    ];
}
