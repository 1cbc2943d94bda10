using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction.Walk;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>One band: how much it promised, how much it held, and how surely that is known.</summary>
/// <param name="Nominal">The promise, 0 to 1.</param>
/// <param name="Realised">The share of outcomes inside, 0 to 1.</param>
/// <param name="Interval">Where the true share lies with 95 % confidence; null without outcomes.</param>
public sealed record CoverageLine(double Nominal, double Realised, IntervalEstimate? Interval)
{
    /// <summary>What the numbers say, carefully: only an interval that leaves the promise out is a finding.</summary>
    public string Verdict => Interval is not { } interval ? "nothing resolved yet"
        : Nominal < interval.Lower ? "wider than promised"
        : Nominal > interval.Upper ? "narrower than promised"
        : "as promised";

    /// <summary>The four bands of a row of the ledger.</summary>
    internal static IReadOnlyList<CoverageLine> Of(CoverageRow row) =>
        Of(row.Horizon, row.Count, row.Inside50, row.Inside80, row.Inside90, row.Inside95);

    /// <summary>The four bands of the walk over a symbol's own past.</summary>
    internal static IReadOnlyList<CoverageLine> Of(int horizon, HindcastCoverage walk) =>
        Of(horizon, walk.Count, walk.Inside50, walk.Inside80, walk.Inside90, walk.Inside95);

    // Windows of h bars that start at each bar share h - 1 of their bars with the next: about one in h tells something new.
    private static IReadOnlyList<CoverageLine> Of(int horizon, int count, double inside50, double inside80, double inside90, double inside95)
    {
        var independent = (double)count / Math.Max(1, horizon);
        return [Line(0.5, inside50), Line(0.8, inside80), Line(0.9, inside90), Line(0.95, inside95)];

        CoverageLine Line(double nominal, double realised) => new(
            nominal, realised, independent > 0 ? ShareInterval.Wilson(realised * independent, independent, 0.95) : null);
    }
}
