using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Linear;
using AraWeb.Engine.Models.Trees;
using AraWeb.Engine.Models.Trees.Boosting;
using AraWeb.Engine.Models.Trees.Forests;

namespace AraWeb.Engine.Training.Search;

/// <summary>
/// The learners whose settings can be searched, with the few parameters that matter most for noisy targets. Ridge and lasso are not here: they choose their
/// penalty themselves at each fit, by purged cross-validation.
/// </summary>
public sealed class LearnerSpace
{
    /// <summary>Panels are larger than what usual settings are made smaller for.</summary>
    private const int ManyRows = 1_000_000;

    private readonly Func<IReadOnlyDictionary<string, double>, IForecaster> _make;

    private LearnerSpace(string learner, Func<IReadOnlyDictionary<string, double>, IForecaster> make, params SearchParameter[] parameters) =>
        (Learner, _make, Parameters) = (learner, make, parameters);

    /// <summary>All spaces, in the order of the catalogue.</summary>
    public static IReadOnlyList<LearnerSpace> All { get; } =
    [
        new("elastic_net", values => new ElasticNetForecaster(ElasticNetSettings.Even with { AmountShare = values["amount_share"] }), AmountShare),
        new("random_forest", values => new RandomForestForecaster(Forest(ForestKind.RandomForest, values)), ForestParameters),
        new("extra_trees", values => new ExtraTreesForecaster(Forest(ForestKind.ExtraTrees, values)), ForestParameters),
        new("depthwise_boosting", values => new DepthwiseBoostingForecaster(Boosting(BoostingAlgorithm.Depthwise, values)), BoostingParameters),
        new("leafwise_boosting", values => new LeafwiseBoostingForecaster(Boosting(BoostingAlgorithm.Leafwise, values)), BoostingParameters),
        new("oblivious_boosting", values => new ObliviousBoostingForecaster(Boosting(BoostingAlgorithm.Oblivious, values)), BoostingParameters),
    ];

    /// <summary>Id of the learner.</summary>
    public string Learner { get; }

    /// <summary>What is searched.</summary>
    public IReadOnlyList<SearchParameter> Parameters { get; }

    private static SearchParameter AmountShare => Share("amount_share", 0.02);

    private static SearchParameter[] ForestParameters =>
        [new("max_depth", 3, 14, IsWhole: true), new("min_leaf", 20, 2000, IsWhole: true)];

    private static SearchParameter[] BoostingParameters =>
    [
        new("rounds", 30, 400, IsWhole: true), new("learning_rate", 0.005, 0.1, IsWhole: false), new("max_depth", 1, 6, IsWhole: true),
        new("l2", 10, 2000, IsWhole: false), new("min_leaf_weight", 50, 4000, IsWhole: false), Share("feature_fraction", 0.2),
    ];

    /// <summary>The learner with these values.</summary>
    /// <param name="values">One for each parameter.</param>
    /// <exception cref="InputException">A value is missing, unknown or out of range.</exception>
    public IForecaster Make(IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var parameter in Parameters)
        {
            if (!values.TryGetValue(parameter.Name, out var value) || !(value >= parameter.Least && value <= parameter.Most))
            {
                throw new InputException(parameter.Name, value, $"{Learner} takes {parameter.Least} to {parameter.Most}.");
            }
        }

        return values.Count == Parameters.Count ? _make(values) : throw new InputException("values", values.Count, $"{Learner} takes {Parameters.Count}.");
    }

    private static SearchParameter Share(string name, double least) => new(name, least, 1, IsWhole: false);

    private static ForestSettings Forest(ForestKind kind, IReadOnlyDictionary<string, double> values) => ForestDefaults.For(kind, ManyRows) with
    {
        MaxDepth = (int)values["max_depth"],
        MinLeaf = (int)values["min_leaf"],
    };

    private static BoostingSettings Boosting(BoostingAlgorithm algorithm, IReadOnlyDictionary<string, double> values) =>
        ReturnBoosting.SettingsFor(algorithm, ManyRows) with
        {
            Rounds = (int)values["rounds"],
            LearningRate = values["learning_rate"],
            MaxDepth = (int)values["max_depth"],
            MaxLeaves = 1 << (int)values["max_depth"],
            L2 = values["l2"],
            MinLeafWeight = values["min_leaf_weight"],
            FeatureFraction = values["feature_fraction"],
        };
}
