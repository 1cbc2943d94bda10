using AraWeb.Engine.Calibration;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Inputs;
using AraWeb.Engine.Prediction.Walk;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Prediction;

public sealed class JudgementTests
{
    private static readonly HindcastSkill Better = new(500, 0.9, 1, 0.01);
    private static readonly HindcastSkill Worse = new(500, 1.1, 1, 0.9);

    [Fact]
    public void Of_BetterAtMostHorizons_IsACall() => Assert.Equal(VerdictKind.Call, Judgement.Of([], [Better, Better, Worse]).Kind);

    [Fact]
    public void Of_WorseAtHalfOfThem_IsNoEdge()
    {
        var verdict = Judgement.Of([], [Better, Worse]);
        Assert.Equal(VerdictKind.NoEdge, verdict.Kind);
        Assert.Contains("1 of 2", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NothingScoredYet_IsNoEdge() =>
        Assert.Equal(VerdictKind.NoEdge, Judgement.Of([], [new HindcastSkill(0, double.NaN, double.NaN, double.NaN)]).Kind);

    [Fact]
    public void Of_InputsRefused_IsNoCallWhateverTheSkill()
    {
        var verdict = Judgement.Of([new InputFinding("odd", Refuses: false), new InputFinding("broken", Refuses: true)], [Better]);
        Assert.Equal(new Verdict(VerdictKind.NoCall, "broken"), verdict);
    }

    [Fact]
    public void Novelty_StateFarBeyondThePast_Refuses()
    {
        var novelty = new NoveltyScore(1);
        foreach (var value in CongruentialStream.Take(600, 3))
        {
            novelty.Add([value]);
        }

        Assert.False(Judgement.Novelty(novelty)?.Refuses ?? false);
        novelty.Add([50]);
        Assert.True(Judgement.Novelty(novelty)!.Refuses);
    }

    [Fact]
    public void Compute_MarketInACrashUnlikeAnyBefore_SaysNoCall()
    {
        // Six hundred days with swings of two percent, then one that loses almost half: about fourteen usual deviations.
        var bars = SampleBars.Daily(600, seed: 9);
        var list = Enumerable.Range(0, bars.Count).Select(t => bars[t]).ToList();
        var open = list[^1].Close;
        list.Add(new Bar(list[^1].Time.AddDays(1), open, open, open * 0.6, open * 0.78, 1));
        var forecast = SymbolForecast.Compute(BarSeries.FromBars(bars.Symbol, bars.AssetClass, bars.Timeframe, list), SampleBars.Start, pool: null);
        Assert.Equal(VerdictKind.NoCall, forecast.Verdict.Kind);
        Assert.NotEmpty(forecast.Remarks);
    }
}
