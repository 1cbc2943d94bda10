namespace AraWeb.Engine.Explanation;

/// <summary>A pooled forecast of one horizon taken apart; base and contributions add up to the mean.</summary>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Mean">The pooled expected return, in forecast standard deviations.</param>
/// <param name="Base">What it would be before looking at any feature.</param>
/// <param name="Factors">[F] every feature, the largest contribution first.</param>
/// <param name="Members">What each member said and its weight.</param>
public sealed record PooledExplanation(
    int Horizon, double Mean, double Base, IReadOnlyList<Factor> Factors, IReadOnlyList<(string Id, double Said, double Weight)> Members);
