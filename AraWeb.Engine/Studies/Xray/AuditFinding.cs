using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Patterns;

namespace AraWeb.Engine.Studies.Xray;

/// <summary>What an X-ray found of one feature on one series.</summary>
/// <param name="Name">The line, or the pattern's id after <c>pattern:</c>.</param>
/// <param name="Group">Family of an indicator, kind of a pattern.</param>
/// <param name="Warmup">Rows without a value; null for patterns.</param>
/// <param name="Found">Rows with a value, or matches.</param>
/// <param name="Symbol">Whose bars.</param>
/// <param name="Faults">What is wrong.</param>
internal sealed record AuditFinding(string Name, string Group, int? Warmup, int Found, Symbol Symbol, IReadOnlyList<string> Faults)
{
    /// <summary>Of an indicator's line.</summary>
    public static AuditFinding Of(XrayRow row, Symbol symbol) => new(
        row.Column.Name, row.Column.Request.Spec.Family.ToString().ToLowerInvariant(), row.Column.Warmup, row.Known, symbol, row.Faults);

    /// <summary>Of a pattern.</summary>
    public static AuditFinding Of(PatternXrayRow row, Symbol symbol) => new(
        $"pattern:{row.Pattern}", PatternCatalog.Find(row.Pattern).Kind.ToString().ToLowerInvariant(), Warmup: null, row.Matches, symbol, row.Faults);
}
