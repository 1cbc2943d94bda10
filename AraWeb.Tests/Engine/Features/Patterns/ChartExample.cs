using System.Globalization;
using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Features.Patterns;

/// <summary>
/// A chart pattern drawn by its corners: closes run in straight lines from corner to corner, each bar opens at the close before, shadows are 0.2.
/// </summary>
/// <param name="Pattern">Id that must be found.</param>
/// <param name="Corners">Bar and price, <c>12:104.5</c>; <c>12!104.5</c> for a bar that opens and closes there, with a gap where the price is far.</param>
/// <param name="Broken">Corners of a drawing that breaks a rule.</param>
internal sealed record ChartExample(string Pattern, string Corners, string Broken)
{
    private const double Shadow = 0.2;
    private const double Axis = 300;

    public BarSeries Draw() => CandleExample.Series(Rows(Corners));

    public BarSeries DrawBroken() => CandleExample.Series(Rows(Broken));

    public BarSeries DrawUpsideDown() =>
        CandleExample.Series(Rows(Corners).Select(row => new[] { Axis - row[0], Axis - row[2], Axis - row[1], Axis - row[3] }));

    private static IEnumerable<double[]> Rows(string corners)
    {
        var (index, before) = (-1, double.NaN);
        foreach (var corner in corners.Split(' '))
        {
            var parts = corner.Split(':', '!');
            var (end, price) = (int.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
            var (start, from) = (index, before);
            for (index = start + 1; index <= end; index++)
            {
                var close = double.IsNaN(from) ? price : from + ((price - from) * (index - start) / (end - start));
                var open = double.IsNaN(before) || corner.Contains('!', StringComparison.Ordinal) ? close : before;
                yield return [open, Math.Max(open, close) + Shadow, Math.Min(open, close) - Shadow, close];
                before = close;
            }

            index = end;
        }
    }
}
