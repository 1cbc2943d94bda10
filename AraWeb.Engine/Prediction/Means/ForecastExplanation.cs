using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Explanation;

namespace AraWeb.Engine.Prediction.Means;

/// <summary>Why the pooled model leans as it does, over one horizon; start, factors and rest add up to the expected return.</summary>
/// <param name="Horizon">Bars ahead: the learned horizon nearest below the one asked for.</param>
/// <param name="Sentence">The same in words.</param>
/// <param name="Mean">Expected log return.</param>
/// <param name="Start">Log return before looking at any feature.</param>
/// <param name="Factors">The largest contributions, in log return, the largest first.</param>
/// <param name="Rest">What all other features add, in log return.</param>
/// <param name="Members">What each member expects, in log return, and its weight.</param>
public sealed record ForecastExplanation(
    int Horizon, string Sentence, double Mean, double Start, IReadOnlyList<ExplainedFactor> Factors, double Rest,
    IReadOnlyList<(string Id, double Said, double Weight)> Members)
{
    /// <summary>Takes a forecast apart.</summary>
    /// <param name="symbol">Whose forecast.</param>
    /// <param name="pooled">What the model said.</param>
    /// <param name="position">Position of the horizon among the model's.</param>
    /// <param name="at">The forecast of that horizon.</param>
    /// <param name="regime">The market's state; null while unknown.</param>
    internal static ForecastExplanation Of(Symbol symbol, PooledMean pooled, int position, HorizonForecast at, RegimeType? regime)
    {
        var whole = pooled.Pool.Explainer.Explain(pooled.Features, regime, position);
        var deviation = at.Volatility;
        var importance = pooled.Pool.Model.GuideIn(regime)?.Importance is { Count: > 0 } known ? known[position] : [];
        ExplainedFactor[] factors = [.. whole.Factors.Where(factor => factor.Contribution != 0).Take(PooledSentence.Told)
            .Select(factor => new ExplainedFactor(
                factor.Feature, factor.Value, factor.Contribution * deviation, ImportanceOf(pooled.Pool.Model, factor.Feature, importance)))];
        var told = factors.Sum(factor => factor.Contribution);
        return new ForecastExplanation(
            whole.Horizon,
            PooledSentence.Of(symbol, whole, deviation, at.ProbabilityUp, regime),
            whole.Mean * deviation,
            whole.Base * deviation,
            factors,
            ((whole.Mean - whole.Base) * deviation) - told,
            [.. whole.Members.Select(member => (member.Id, member.Said * deviation, member.Weight))]);
    }

    private static double ImportanceOf(PooledModel model, string feature, IReadOnlyList<double> importance)
    {
        for (var f = 0; f < importance.Count; f++)
        {
            if (string.Equals(model.FeatureNames[f], feature, StringComparison.Ordinal))
            {
                return importance[f];
            }
        }

        return double.NaN;
    }
}
