using System.Globalization;
using System.Text;
using AraWeb.Engine.Features;

namespace AraWeb.Tests.Engine.Features.Golden;

/// <summary>The page that says which indicators have independent values, from the cases themselves.</summary>
internal static class GoldenPage
{
    private static readonly (string Name, string Prefix)[] Sources =
        [("Stock.Indicators", "stock_indicators/"), ("Lean", "lean/"), ("StockCharts", "ta_stockcharts/"), ("Tulip", "tulip/")];

    public static string Text(IReadOnlyList<GoldenCase> cases, IReadOnlyList<PinnedValue> pinned)
    {
        var page = new StringBuilder();
        page.Append("# Golden values\n\nMade by the tests (`ARA_WRITE_PAGES=1 ./test.sh --filter GoldenTests`); not written by hand.\n\n")
            .Append("Columns of a reference with which an indicator agrees: Stock.Indicators to 1e-9, the others to their printed digits. ")
            .Append("Those files are not part of this repository. ")
            .Append("\"Own\" counts single values computed in Python from the formula over bars that any language can make; those are always tested.\n\n")
            .Append("| indicator | ").AppendJoin(" | ", Sources.Select(source => source.Name)).Append(" | own |\n|---|")
            .Append(string.Concat(Enumerable.Repeat("---|", Sources.Length + 1))).Append('\n');
        var bare = new List<string>();
        foreach (var spec in IndicatorCatalog.All)
        {
            var own = cases.Where(each => each.Indicator == spec.Id).ToList();
            var counts = Sources.Select(source => own.Count(each => each.Source.StartsWith(source.Prefix, StringComparison.Ordinal)))
                .Append(pinned.Count(each => each.Indicator == spec.Id)).ToList();
            if (counts.Sum() == 0)
            {
                bare.Add(spec.Id);
                continue;
            }

            page.Append(CultureInfo.InvariantCulture, $"| `{spec.Id}` | ")
                .AppendJoin(" | ", counts.Select(count => count == 0 ? string.Empty : count.ToString(CultureInfo.InvariantCulture))).Append(" |\n");
        }

        page.Append("\n## Only properties\n\n")
            .Append(bare.Count == 0 ? "None: every indicator has at least one independent value.\n" : $"{string.Join(", ", bare.Select(id => $"`{id}`"))}.\n");
        var departures = cases.Where(each => each.Reason.Length > 0).ToList();
        page.Append("\n## Not compared plainly\n\n| indicator | reference | why |\n|---|---|---|\n");
        foreach (var each in departures)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{each.Indicator}` {each.Output} | {each.Source}, {each.Column} | {each.Reason} |\n");
        }

        return page.ToString();
    }
}
