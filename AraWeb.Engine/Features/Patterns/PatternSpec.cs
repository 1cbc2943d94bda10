namespace AraWeb.Engine.Features.Patterns;

/// <summary>What the catalogue says of a pattern.</summary>
/// <param name="Id">Lower-case identifier, unique, for example <c>double-top</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Kind">Its group.</param>
/// <param name="Direction">What it usually announces.</param>
/// <param name="Bars">Bars it spans up to the one that confirms it: exactly for candles, at most for the others.</param>
/// <param name="Summary">One sentence: what it looks like.</param>
/// <param name="Source">Where the rules come from, with the convention that is followed where sources differ.</param>
public sealed record PatternSpec(
    string Id,
    string Name,
    PatternKind Kind,
    PatternDirection Direction,
    int Bars,
    string Summary,
    string Source)
{
    /// <summary>The pattern with prices turned upside down.</summary>
    internal PatternSpec Mirrored(string id, string name, string summary) =>
        this with { Id = id, Name = name, Summary = summary, Direction = (PatternDirection)(-(int)Direction) };
}
