using System.Globalization;
using System.Text;
using AraWeb.Engine.Features;
using AraWeb.Engine.Features.Patterns;

namespace AraWeb.Commands;

/// <summary>The catalogue of indicators as a page of the documentation. A test holds the page against it.</summary>
internal static class CataloguePage
{
    /// <summary>The page.</summary>
    public static string Text()
    {
        var all = IndicatorCatalog.All;
        var page = new StringBuilder();
        page.Append("# Indicators and patterns\n\nMade by `ara features catalogue --markdown`; not written by hand. ")
            .Append(CultureInfo.InvariantCulture, $"{all.Count} indicators with {all.Sum(spec => spec.Outputs.Length)} lines.\n\n")
            .Append("Parameters stand with their usual value and range. The warm-up is the number of bars until every line has a value. ")
            .Append("Units: `level` lies near the price and is drawn over the candles; `price` is in currency; `-` has no unit; `volume` in units traded; ")
            .Append("`turnover` is price times volume; `other` is said under the source.\n");
        foreach (var family in all.GroupBy(spec => spec.Family))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {family.Key}\n\n")
                .Append("| id | name | parameters | lines | warm-up | what it measures | source |\n|---|---|---|---|---|---|---|\n");
            foreach (var spec in family)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{spec.Id}` | {spec.Name} | {Parameters(spec)} | {Lines(spec)} | {Warmup(spec)} ")
                    .Append(CultureInfo.InvariantCulture, $"| {Cell(spec.Summary)} | {Cell(spec.Source)} |\n");
            }
        }

        page.Append(CultureInfo.InvariantCulture, $"\n# Patterns\n\n{PatternCatalog.All.Count} patterns. ")
            .Append("A pattern is confirmed by bars that have closed and never changes afterwards. ")
            .Append("Its confidence says how well the shape fits, not how likely it is to work. ")
            .Append("Bars: how many it spans, exactly for candles, at most for the others.\n");
        foreach (var kind in PatternCatalog.All.GroupBy(spec => spec.Kind))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {kind.Key} patterns\n\n")
                .Append("| id | name | announces | bars | what it looks like | source |\n|---|---|---|---|---|---|\n");
            foreach (var spec in kind)
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{spec.Id}` | {spec.Name} | {spec.Direction.ToString().ToLowerInvariant()} | {spec.Bars} ")
                    .Append(CultureInfo.InvariantCulture, $"| {Cell(spec.Summary)} | {Cell(spec.Source)} |\n");
            }
        }

        return page.ToString();
    }

    /// <summary>Parameters with usual value and range.</summary>
    public static string Parameters(IndicatorSpec spec) => string.Join("; ", spec.Parameters.Select(parameter =>
        string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} {parameter.Default} ({parameter.Minimum} to {parameter.Maximum})")));

    /// <summary>Bars until every line has a value.</summary>
    public static string Warmup(IndicatorSpec spec) =>
        new FeatureCalculator([FeatureRequest.Of(spec.Id)]).Warmup.ToString(CultureInfo.InvariantCulture);

    private static string Lines(IndicatorSpec spec) => string.Join("; ", spec.Outputs.Select(output => $"{output.Name} [{Unit(output.Unit)}{Range(output)}]"));

    private static string Range(IndicatorOutput output) => (double.IsFinite(output.Minimum), double.IsFinite(output.Maximum)) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $", {output.Minimum:G6} to {output.Maximum:G6}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $", from {output.Minimum:G6}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $", to {output.Maximum:G6}"),
        _ => string.Empty,
    };

    private static string Unit(OutputUnit unit) => unit switch
    {
        OutputUnit.PriceLevel => "level",
        OutputUnit.Price => "price",
        OutputUnit.Scaleless => "-",
        OutputUnit.Volume => "volume",
        OutputUnit.Turnover => "turnover",
        _ => "other",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
