using AraWeb.Engine.Prediction.Means;

namespace AraWeb.Api.Contracts;

/// <summary>Why the pooled model leans as it does; start, factors and rest add up to the expected return.</summary>
/// <param name="Days">Bars ahead: the horizon, among those that the model learned, nearest below the one asked for.</param>
/// <param name="Sentence">The same in words.</param>
/// <param name="MeanReturn">Expected log return.</param>
/// <param name="Start">Log return before looking at any feature.</param>
/// <param name="Factors">The five largest contributions.</param>
/// <param name="Rest">What all others add, in log return.</param>
/// <param name="Members">What each member says.</param>
internal sealed record ExplanationContract(
    int Days, string Sentence, double MeanReturn, double Start, IReadOnlyList<FactorContract> Factors, double Rest, IReadOnlyList<VoiceContract> Members)
{
    /// <summary>The contract of an explanation.</summary>
    public static ExplanationContract From(ForecastExplanation explanation) => new(
        explanation.Horizon,
        explanation.Sentence,
        explanation.Mean,
        explanation.Start,
        [.. explanation.Factors.Select(FactorContract.From)],
        explanation.Rest,
        [.. explanation.Members.Select(member => new VoiceContract(member.Id, member.Said, member.Weight))]);
}
