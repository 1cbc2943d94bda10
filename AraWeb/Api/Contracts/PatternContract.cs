using AraWeb.Engine.Features.Patterns;

namespace AraWeb.Api.Contracts;

/// <summary>A pattern of the catalogue.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Kind">Its group.</param>
/// <param name="Direction">What it usually announces.</param>
/// <param name="Bars">Bars it spans: exactly for candles, at most for the others.</param>
/// <param name="Summary">What it looks like.</param>
/// <param name="Source">Where the rules come from.</param>
internal sealed record PatternContract(string Id, string Name, PatternKind Kind, PatternDirection Direction, int Bars, string Summary, string Source)
{
    /// <summary>The contract of a pattern.</summary>
    public static PatternContract From(PatternSpec spec) => new(spec.Id, spec.Name, spec.Kind, spec.Direction, spec.Bars, spec.Summary, spec.Source);
}
