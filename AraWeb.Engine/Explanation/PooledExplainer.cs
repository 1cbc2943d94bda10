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

    /// <summary>Takes one forecast apart.</summary>
    /// <param name="features">[F] values; NaN means unknown.</param>
    /// <param name="regime">The market's state; null while unknown.</param>
    /// <param name="horizon">Position of the horizon among the model's.</param>
    public PooledExplanation Explain(ReadOnlySpan<double> features, RegimeType? regime, int horizon)
    {
        var weights = _model.Weights[horizon].In(regime);
        var total = new double[features.Length];
        var own = new double[features.Length];
        var said = new StandardizedForecast[_model.Horizons.Count];
        var members = new (string, double, double)[_model.Members.Count];
        var (mean, start) = (0.0, 0.0);
        for (var m = 0; m < members.Length; m++)
        {
            var member = _model.Members[m];
            member.Predict(features, said);
            members[m] = (member.Id, said[horizon].Mean, weights[m]);
            mean += weights[m] * said[horizon].Mean;
            start += weights[m] * Split(m, horizon, features, own);
            for (var f = 0; f < total.Length; f++)
            {
                total[f] += weights[m] * own[f];
            }
        }

        var factors = new Factor[total.Length];
        for (var f = 0; f < factors.Length; f++)
        {
            factors[f] = new Factor(_model.FeatureNames[f], features[f], total[f]);
        }

        return new PooledExplanation(
            _model.Horizons[horizon], mean, start, [.. factors.OrderByDescending(factor => Math.Abs(factor.Contribution))], members);
    }

    /// <summary>Fills what each feature adds to a member's forecast and gives what it is added to.</summary>
    private double Split(int member, int horizon, ReadOnlySpan<double> features, Span<double> contributions)
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
}
