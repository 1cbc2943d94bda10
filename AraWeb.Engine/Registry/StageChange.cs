namespace AraWeb.Engine.Registry;

/// <summary>A version took a stage.</summary>
/// <param name="Version">The version.</param>
/// <param name="Stage">The stage it took.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="At">When, UTC.</param>
public sealed record StageChange(int Version, ModelStage Stage, string Reason, DateTimeOffset At);
