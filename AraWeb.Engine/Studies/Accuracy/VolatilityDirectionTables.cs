using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Prediction;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>What <c>evaluate volatility-direction</c> prints for people: the risk-coverage table, and a row for each symbol where there are several.</summary>
internal static class VolatilityDirectionTables
{
    /// <summary>Bars ahead that the peer's figures are of.</summary>
    private const int PeerHorizon = 5;

    /// <summary>
    /// A plain regression on past log variances (Corsi 2009, with a leverage term) measured once on the S&amp;P 500, 2005 to 2018, in percent at the coverages
    /// of this study. Its thresholds were set on the whole test span, with hindsight.
    /// </summary>
    private static readonly string[] PeerIndex = ["71.4", "76.5", "82.2", "85.8", "98.1"];

    /// <summary>The same pooled over 50 US stocks, 2012 to 2016.</summary>
    private static readonly string[] PeerStocks = ["67.1", "70.6", "74.7", "76.9", "86.1"];

    /// <summary>The tables.</summary>
    /// <param name="pooled">All series together.</param>
    /// <param name="scores">Each series.</param>
    /// <param name="horizon">Bars ahead.</param>
    public static IReadOnlyList<StudyTable> Of(VolatilityCallScore pooled, IReadOnlyList<VolatilityCallScore> scores, int horizon) =>
        scores.Count == 1 ? [Curve(pooled, horizon)] : [Curve(pooled, horizon), PerSymbol(scores, horizon)];

    private static StudyTable Curve(VolatilityCallScore score, int horizon)
    {
        var hasPeer = horizon == PeerHorizon;
        var peerTitle = hasPeer ? " The peer's thresholds were set with hindsight, those of product and persistence on the past." : string.Empty;
        return new StudyTable(
            $"Variance of the next {horizon} bar(s) above its past year's median, {ForecastModel.Version}, {score.Symbol}, "
            + $"{score.First:O} to {score.Last:O}, {score.Count:N0} origins on {score.Days:N0} days; accuracy in percent with 95 % intervals "
            + $"(blocks of {VolatilityCallScoring.Bootstrap.BlockLength} days). Brier skill {Signed(score.BrierSkill, 1, "+0.000;-0.000")}."
            + peerTitle,
            [
                "coverage", "reached", "n", "days", "product", "majority", "persistence", "its coverage", "calibrated persistence", "advantage (points)",
                .. hasPeer ? ["peer S&P 500", "peer 50 stocks"] : Array.Empty<string>(),
            ],
            [.. VolatilityCallScoring.Coverages.Select((coverage, k) => (IReadOnlyList<string>)Row(score, k, coverage, hasPeer))]);
    }

    private static string[] Row(VolatilityCallScore score, int k, double coverage, bool hasPeer)
    {
        var product = score.Points[VolatilityCallScoring.Product][k];
        var persistence = score.Points[VolatilityCallScoring.Persistence][k].Calls;
        return
        [
            k == 0 ? "full" : $"{100 * coverage:F0} %", Percent(product.Calls.Coverage), $"{product.Calls.Calls:N0}", $"{product.Calls.Days:N0}",
            WithEnds(product.Calls.Accuracy), Percent(product.Majority),
            WithEnds(persistence.Accuracy), Percent(persistence.Coverage),
            WithEnds(score.Points[VolatilityCallScoring.CalibratedPersistence][k].Calls.Accuracy),
            Signed(score.Advantage[k], 100, "+0.0;-0.0"),
            .. hasPeer ? [PeerIndex[k], PeerStocks[k]] : Array.Empty<string>(),
        ];
    }

    private static StudyTable PerSymbol(IReadOnlyList<VolatilityCallScore> scores, int horizon) => new(
        $"Variance of the next {horizon} bar(s), each symbol by itself: accuracy of product / persistence in percent at each coverage",
        ["symbol", "n", "days", "majority", .. VolatilityCallScoring.Coverages.Select((c, k) => k == 0 ? "full" : $"{100 * c:F0} %"), "Brier skill"],
        [.. scores.Select(score => (IReadOnlyList<string>)
        [
            score.Symbol, $"{score.Count:N0}", $"{score.Days:N0}", Percent(Math.Max(score.Above, 1 - score.Above)),
            .. VolatilityCallScoring.Coverages.Select((_, k) => Pair(score, k)),
            StudyNumber.Text(score.BrierSkill.Estimate, "F3"),
        ])]);

    private static string Pair(VolatilityCallScore score, int k) =>
        $"{Percent(score.Points[VolatilityCallScoring.Product][k].Calls.Accuracy.Estimate)} / "
        + Percent(score.Points[VolatilityCallScoring.Persistence][k].Calls.Accuracy.Estimate);

    private static string Percent(double share) => StudyNumber.Text(100 * share, "F1");

    private static string WithEnds(IntervalEstimate share) => $"{Percent(share.Estimate)} [{Percent(share.Lower)}, {Percent(share.Upper)}]";

    private static string Signed(IntervalEstimate value, double unit, string format) =>
        $"{StudyNumber.Text(unit * value.Estimate, format)} [{StudyNumber.Text(unit * value.Lower, format)}, {StudyNumber.Text(unit * value.Upper, format)}]";
}
