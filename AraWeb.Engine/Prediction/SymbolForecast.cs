using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Inputs;
using AraWeb.Engine.Prediction.Walk;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Prediction;

/// <summary>All thirty horizons of one symbol as one walk left them: what the cache keeps.</summary>
/// <param name="IssuedAt">When it was computed, UTC.</param>
/// <param name="Horizons">Nearest first.</param>
/// <param name="Regime">The market's state at the newest bar; null while unknown.</param>
/// <param name="Verdict">What the forecast claims to be.</param>
/// <param name="Remarks">What a reader has to know of inputs, state and bounds, in sentences; empty when nothing is unusual.</param>
public sealed record SymbolForecast(
    DateTimeOffset IssuedAt, IReadOnlyList<HorizonForecast> Horizons, RegimeType? Regime, Verdict Verdict, IReadOnlyList<string> Remarks)
{
    /// <summary>Walks over the bars and keeps the last step.</summary>
    /// <exception cref="ModelException">Prices never moved, or too few bars were usable for the regression.</exception>
    internal static SymbolForecast Compute(BarSeries bars, DateTimeOffset now)
    {
        var walk = ForecastModel.Walk(bars, Horizon.Max, observer: null, CancellationToken.None);
        if (!walk.HasForecast)
        {
            throw new ModelException(
                $"The prices of {bars.Symbol} hardly move, so there is no volatility to learn from.",
                "Check the data with 'ara data validate'; a constant price needs no forecast.");
        }

        var due = TradingCalendar.For(bars.AssetClass)
            .BarsAfter(DateTimeOffset.FromUnixTimeMilliseconds(bars.Times[^1]), bars.Timeframe, Horizon.Max);
        var anchors = HorizonAnchors.Standard(Horizon.Max);
        var skills = new HindcastSkill[anchors.Count];
        for (var k = 0; k < skills.Length; k++)
        {
            skills[k] = walk.Skill(anchors[k]);
        }

        var findings = InputCheck.Examine(bars).ToList();
        if (Judgement.Novelty(walk.Novelty) is { } novelty)
        {
            findings.Add(novelty);
        }

        var bounded = 0;
        var horizons = new HorizonForecast[Horizon.Max];
        for (var h = 1; h <= Horizon.Max; h++)
        {
            var issued = walk.Forecast(h);
            var returns = RiskBounds.Apply(issued.Quantiles, RiskBounds.LargestMove(bars.Close, h), out var isBounded);
            bounded += isBounded ? 1 : 0;
            var (usual, larger) = walk.Move(h);
            horizons[h - 1] = new HorizonForecast(
                h, due[h - 1], returns, issued.Mean, issued.Volatility, walk.ProbabilityUp(h), walk.Coverage(h))
            {
                VolatilityRank = walk.VolatilityRank(h),
                Degrees = issued.Degrees,
                Scale = issued.Scale,
                UsualMove = usual,
                ProbabilityLarger = larger,
                Skill = skills[anchors.PositionBelow(h)],
                Outlook = VolatilityOutlook.Of(walk.Call(h)),
            };
        }

        var remarks = findings.Select(finding => finding.Text).ToList();
        if (bounded > 0)
        {
            remarks.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"At {bounded} of {horizons.Length} horizons bands passed {RiskBounds.Room} times the largest move on record, and were held there."));
        }

        return new SymbolForecast(now, horizons, walk.Regime, Judgement.Of(findings, skills), remarks);
    }
}
