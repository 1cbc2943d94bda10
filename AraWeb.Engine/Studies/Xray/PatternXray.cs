using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Patterns;

namespace AraWeb.Engine.Studies.Xray;

/// <summary>
/// Looks through patterns for knowledge of the future, on any bars: what is found in the first bars of a series must be what is found there in the whole of it,
/// with the same confidence and levels to the last bit. Says nothing about whether a pattern works.
/// </summary>
public static class PatternXray
{
    /// <summary>Examines every pattern of the catalogue on a series.</summary>
    /// <param name="bars">On which bars; several hundred, so that cuts fall into every shape.</param>
    /// <param name="cuts">How many times the series is cut short.</param>
    /// <param name="cancellationToken">Stops between two cuts.</param>
    /// <returns>One row a pattern, by id.</returns>
    public static IReadOnlyList<PatternXrayRow> Examine(BarSeries bars, int cuts, CancellationToken cancellationToken) =>
        Examine(PatternScanner.Scan, bars, cuts, cancellationToken);

    internal static IReadOnlyList<PatternXrayRow> Examine(
        Func<BarSeries, IReadOnlyList<PatternMatch>> scan, BarSeries bars, int cuts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var whole = scan(bars);
        var faults = PatternCatalog.All.ToDictionary(spec => spec.Id, _ => new List<string>(), StringComparer.Ordinal);
        foreach (var match in whole.Where(match => !(match.Confidence is >= 0 and <= 1)))
        {
            faults[match.Pattern].Add(Invariant($"bar {match.End} has confidence {match.Confidence}"));
        }

        for (var cut = 1; cut <= cuts; cut++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var length = (int)((long)bars.Count * cut / (cuts + 1));
            var part = scan(bars.Slice(0, length)).ToHashSet();
            var expected = whole.Where(match => match.End < length).ToHashSet();
            foreach (var match in part.Except(expected))
            {
                faults[match.Pattern].Add(Invariant($"the match at bar {match.End} changes or goes when bars after {length - 1} come"));
            }

            foreach (var match in expected.Except(part))
            {
                faults[match.Pattern].Add(Invariant($"the match at bar {match.End} depends on bars after {length - 1}"));
            }
        }

        var counts = whole.CountBy(match => match.Pattern).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. faults.Select(pair => new PatternXrayRow(pair.Key, counts.GetValueOrDefault(pair.Key), pair.Value))
                .OrderBy(row => row.Pattern, StringComparer.Ordinal),
        ];
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
