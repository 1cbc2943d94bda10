using AraWeb.Engine.Prediction.Means;

namespace AraWeb.Api.Contracts;

/// <summary>What the expected returns of a forecast stand on.</summary>
/// <param name="Level">All members of the pooled model, some of them, or the symbol's own trend.</param>
/// <param name="Model">Name, version and first digits of the hash of the pooled model; null for the trend.</param>
/// <param name="Silent">Members that could not speak, each with the reason.</param>
/// <param name="LongestMeanDays">As many bars ahead as the pooled mean was better than saying nothing, over all instruments, in the present state of
/// the market; 0 for none, null where that was not measured.</param>
/// <param name="Note">Why the pooled model does not take part; null when it does.</param>
internal sealed record MeanContract(MeanLevel Level, string? Model, IReadOnlyList<string> Silent, int? LongestMeanDays, string? Note)
{
    /// <summary>The contract of a basis.</summary>
    public static MeanContract From(MeanBasis mean) => new(mean.Level, mean.Model, mean.Silent, mean.LongestMean, mean.Note.Length == 0 ? null : mean.Note);
}
