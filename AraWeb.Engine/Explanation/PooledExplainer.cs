using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Linear;
using AraWeb.Engine.Models.Trees;
using AraWeb.Engine.Models.Trees.Forests;

namespace AraWeb.Engine.Explanation;

/// <summary>
/// Takes the forecasts of a pooled model apart: Shapley values of each member (exact for trees by <see cref="TreeShap"/>, for linear models by
/// <see cref="LinearContributions"/>), weighed as the pool weighs the members. Shapley values of a sum are the sums of Shapley values, so they add up to the
/// pooled mean. Trees are prepared once, at construction. Safe to share between threads.
/// </summary>
public sealed class PooledExplainer
{
    private readonly PooledModel _model;

    /// <summary>[M][H] trees of each member; null for a member that is not made of trees.</summary>
    private readonly TreeShap[]?[] _trees;

    /// <summary>Prepares the explanation of a model.</summary>
    /// <exception cref="ModelException">A member is of a kind that cannot be taken apart.</exception>
    public PooledExplainer(PooledModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _model = model;
        _trees = [.. model.Members.Select(member => member switch
        {
            FittedTreeForecaster boosted => boosted.Ensembles.Select(trees => new TreeShap(trees)).ToArray(),
            FittedForest forest => [.. Enumerable.Range(0, model.Horizons.Count).Select(h => new TreeShap(forest.Forest.EnsembleOf(h)))],
            FittedLinear => null,
            _ => throw new ModelException($"A model of kind '{member.Id}' cannot be taken apart.", "Explain a pool of linear models and trees."),
        })];
    }

    /// <summary>Whether a member is of a kind that can be taken apart.</summary>
    public static bool Knows(IFittedForecaster member) => member is FittedTreeForecaster or FittedForest or FittedLinear;

    /// <summary>Takes one forecast apart.</summary>
    /// <param name="features">[F] values; NaN means unknown.</param>
    /// <param name="regime">The market's state; null while unknown.</param>
    /// <param name="horizon">Position of the horizon among the model's.</param>
    public PooledExplanation Explain(ReadOnlySpan<double> features, RegimeType? regime, int horizon)
    {
        var total = new double[features.Length];
        var members = new (string, double, double)[_model.Members.Count];
        var (mean, start) = Split(features, regime, horizon, total, members);
        var factors = new Factor[total.Length];
        for (var f = 0; f < factors.Length; f++)
        {
            factors[f] = new Factor(_model.FeatureNames[f], features[f], total[f]);
        }

        return new PooledExplanation(
            _model.Horizons[horizon], mean, start, [.. factors.OrderByDescending(factor => Math.Abs(factor.Contribution))], members);
    }

    /// <summary>What each feature adds to one forecast.</summary>
    /// <param name="features">[F] values; NaN means unknown.</param>
    /// <param name="regime">The market's state; null while unknown.</param>
    /// <param name="horizon">Position of the horizon among the model's.</param>
    /// <param name="contributions">[F] receives what the features add to the pooled mean.</param>
    public void Contributions(ReadOnlySpan<double> features, RegimeType? regime, int horizon, Span<double> contributions) =>
        Split(features, regime, horizon, contributions, new (string, double, double)[_model.Members.Count]);

    /// <summary>Fills what each feature adds to what one member says, whatever its weight, and gives what that is added to.</summary>
    /// <param name="member">Position of the member.</param>
    /// <param name="horizon">Position of the horizon among the model's.</param>
    /// <param name="features">[F] values; NaN means unknown.</param>
    /// <param name="contributions">[F] receives the contributions.</param>
    public double ExplainMember(int member, int horizon, ReadOnlySpan<double> features, Span<double> contributions)
    {
        if (_trees[member] is { } trees)
        {
            trees[horizon].Explain(features, contributions);
            return trees[horizon].ExpectedValue;
        }

        var linear = (FittedLinear)_model.Members[member];
        LinearContributions.Explain([.. linear.Fits[horizon].Coefficients], [.. linear.FeatureMeans], features, contributions);
        return linear.Fits[horizon].Centre;
    }

    private (double Mean, double Base) Split(
        ReadOnlySpan<double> features, RegimeType? regime, int horizon, Span<double> total, (string Id, double Said, double Weight)[] members)
    {
        total.Clear();
        var own = new double[features.Length];
        var said = new StandardizedForecast[_model.Horizons.Count];
        var (mean, start) = (0.0, 0.0);
        for (var m = 0; m < members.Length; m++)
        {
            _model.Members[m].Predict(features, said);
            var weight = _model.Weights[horizon].Of(m, said[horizon], regime);
            members[m] = (_model.Members[m].Id, said[horizon].Mean, weight);
            if (weight == 0)
            {
                continue;
            }

            mean += weight * said[horizon].Mean;
            start += weight * ExplainMember(m, horizon, features, own);
            for (var f = 0; f < total.Length; f++)
            {
                total[f] += weight * own[f];
            }
        }

        return (mean, start);
    }
}
