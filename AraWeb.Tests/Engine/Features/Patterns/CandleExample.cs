using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Features.Patterns;

/// <summary>
/// A candle pattern drawn by hand behind twenty plain bars (body 1, range 2) that end at 100: falling or rising by 1 a bar, or quiet between 99.5 and 100.5.
/// </summary>
/// <param name="Pattern">Id that must be found at the last bar.</param>
/// <param name="Lead">fall, rise or quiet.</param>
/// <param name="Bars">Open, high, low, close; bars separated by semicolons.</param>
/// <param name="WrongAt">Which bar, from 0, is replaced to break a rule.</param>
/// <param name="Wrong">What it is replaced by.</param>
internal sealed record CandleExample(string Pattern, string Lead, string Bars, int WrongAt, string Wrong)
{
    private const int LeadBars = 20;

    public BarSeries Draw() => Series(Rows(Bars), upsideDown: false);

    public BarSeries DrawUpsideDown() => Series(Rows(Bars), upsideDown: true);

    public BarSeries DrawBroken()
    {
        var rows = Rows(Bars);
        rows[WrongAt] = Rows(Wrong)[0];
        return Series(rows, upsideDown: false);
    }

    public static BarSeries Series(IEnumerable<double[]> rows) => BarSeries.FromBars(
        Symbol.Parse("DRAWN"),
        AssetClass.Crypto,
        Timeframe.OneDay,
        [.. rows.Select((row, i) => new Bar(SampleBars.Start.AddDays(i), row[0], row[1], row[2], row[3], 1000))]);

    private static double[][] Rows(string text) => [.. text.Split(';').Select(Row)];

    private static double[] Row(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];

    private BarSeries Series(double[][] rows, bool upsideDown)
    {
        var all = Enumerable.Range(1, LeadBars).Select(LeadRow).Concat(rows);
        return Series(upsideDown ? all.Select(row => new[] { 200 - row[0], 200 - row[2], 200 - row[1], 200 - row[3] }) : all);
    }

    private double[] LeadRow(int i)
    {
        var (open, close) = Lead switch
        {
            "fall" => (101.0 + LeadBars - i, 100.0 + LeadBars - i),
            "rise" => (99.0 - LeadBars + i, 100.0 - LeadBars + i),
            _ => (99.5 + (i % 2), 100.5 - (i % 2)),
        };
        return [open, Math.Max(open, close) + 0.5, Math.Min(open, close) - 0.5, close];
    }
}
