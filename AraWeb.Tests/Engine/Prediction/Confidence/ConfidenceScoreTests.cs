using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Confidence;
using AraWeb.Tests.Engine.Prediction.Means;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Prediction.Confidence;

public sealed class ConfidenceScoreTests
{
    [Fact]
    public void Overall_UnmeasuredFactors_CountAsZeroAndDegradationLowers()
    {
        var score = new ConfidenceScore(0.6, 0.9, 1, 0.5, double.NaN, double.NaN);
        Assert.Equal(3.0 / 6, score.Overall, 12);
        Assert.Equal(4, score.Measured);
        Assert.Equal(0.25, (score with { Kept = 0.5 }).Overall, 12);
    }

    [Fact]
    public void Compute_UsualSeries_MeasuresEveryFactorThatItCan()
    {
        var bars = SampleBars.Daily(900, seed: 12);
        var plain = SymbolForecast.Compute(bars, SampleBars.Start, pool: null);
        var pool = FixedMember.Pool(SampleBars.Start, new FixedMember("a", 0.3, 0.3), new FixedMember("b", -0.1, 0.1));
        var pooled = SymbolForecast.Compute(bars, SampleBars.Start, pool);

        Assert.Equal(4, plain.Horizons[0].Confidence.Measured);
        Assert.Equal(0.5, pooled.Horizons[0].Confidence.ModelAgreement, 12);
        Assert.Equal(1, pooled.Horizons[29].Confidence.ModelAgreement, 12);
        Assert.Equal(1, plain.Horizons[0].Confidence.DataQuality, 12);
        Assert.Equal(0.4, pooled.Horizons[0].Confidence.ImportanceConsistency, 12);
        Assert.Equal(0, pooled.Horizons[29].Confidence.ImportanceConsistency);
        foreach (var horizon in plain.Horizons)
        {
            var score = horizon.Confidence;
            Assert.InRange(score.HistoricalAccuracy, 0, 1);
            Assert.InRange(score.RegimeStability, 0, 1);
            Assert.InRange(score.HorizonDecay, 0, 1);
            Assert.InRange(score.Overall, 0, 4.0 / 6);
        }

        Assert.True(plain.Horizons[29].Confidence.RegimeStability < plain.Horizons[0].Confidence.RegimeStability, "a state does not last longer than it did");
        Assert.InRange(plain.Recommended, 0, Horizon.Max);
    }

    [Fact]
    public void Compute_HolesAndStandstill_LowerTheQualityOfTheData()
    {
        var bars = SampleBars.Daily(900, seed: 12);
        var list = Enumerable.Range(0, bars.Count).Where(t => t < 700 || t % 10 != 0).Select(t => bars[t]).ToArray();
        for (var i = list.Length - 40; i < list.Length - 15; i++)
        {
            list[i] = list[i] with { Open = list[i - 1].Close, High = list[i - 1].Close, Low = list[i - 1].Close, Close = list[i - 1].Close };
        }

        var forecast = SymbolForecast.Compute(BarSeries.FromBars(bars.Symbol, bars.AssetClass, bars.Timeframe, list), SampleBars.Start, pool: null);

        // Of the last 250 bars 25 in 250 stand still, and about eight in a hundred are missing.
        Assert.InRange(forecast.Horizons[0].Confidence.DataQuality, 0.8, 0.86);
    }

    [Fact]
    public void Compute_NoCall_HasNoConfidence()
    {
        var bars = SampleBars.Daily(600, seed: 12);
        var list = Enumerable.Range(0, bars.Count).Select(t => bars[t]).ToArray();
        list[^1] = list[^1] with { High = list[^1].Close * 4, Close = list[^1].Close * 3 };
        var forecast = SymbolForecast.Compute(BarSeries.FromBars(bars.Symbol, bars.AssetClass, bars.Timeframe, list), SampleBars.Start, pool: null);

        Assert.Equal(VerdictKind.NoCall, forecast.Verdict.Kind);
        Assert.All(forecast.Horizons, horizon => Assert.Equal(0, horizon.Confidence.Overall));
    }
}
