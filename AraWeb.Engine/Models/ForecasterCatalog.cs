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
    /// <param name="rowsPerBar">Rows that share a bar, for models that leave out the time around a test block: the instruments of a panel.</param>
    public static IReadOnlyList<IForecaster> Learners(int rowsPerBar)
    {
        var linear = new LinearSettings { RowsPerBar = rowsPerBar };
        return
        [
            new RidgeForecaster(linear), new LassoForecaster(linear), new ElasticNetForecaster(linear),
            new RandomForestForecaster(), new ExtraTreesForecaster(),
            new DepthwiseBoostingForecaster(), new LeafwiseBoostingForecaster(), new ObliviousBoostingForecaster(),
        ];
    }
}
