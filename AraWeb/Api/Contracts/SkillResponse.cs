namespace AraWeb.Api.Contracts;

/// <summary>How the frozen forecasts did beside the simple rivals that were frozen with them.</summary>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="Rows">Real prices before invented ones, then by model and bars ahead.</param>
internal sealed record SkillResponse(string Timeframe, IReadOnlyList<SkillRowContract> Rows);
