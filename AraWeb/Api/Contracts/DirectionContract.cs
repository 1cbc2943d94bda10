namespace AraWeb.Api.Contracts;

/// <summary>How often the likelier direction came, never without its count, its interval and what "always up" would have had.</summary>
/// <param name="N">Outcomes.</param>
/// <param name="Days">Distinct days of issue.</param>
/// <param name="Share">Share whose likelier direction came.</param>
/// <param name="AlwaysUp">The same share for one who always says "up".</param>
internal sealed record DirectionContract(int N, int Days, EstimateContract? Share, double? AlwaysUp);
