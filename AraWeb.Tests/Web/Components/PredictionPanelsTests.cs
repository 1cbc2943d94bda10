using AraWeb.Components.Pages.Predictions;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Walk;

namespace AraWeb.Tests.Web.Components;

public sealed class PredictionPanelsTests
{
    private const string Thin = "\u202F";
    private static readonly DateTimeOffset Day = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task HorizonTable_Forecast_ShowsPricesReturnsAndOdds()
    {
        var forecast = Sample.Forecast(Day, 1000, Sample.Bands(0.1, 0.15, 0.2), Sample.Bands(0.2, 0.3, 0.4));
        var page = await Markup.RenderAsync<HorizonTable>(new() { ["Forecast"] = forecast, ["Decimals"] = 2 });

        // 1000 exp(-0.1) = 904.84, exp(0.1) = 1105.17, exp(-0.15) = 860.71, exp(0.15) = 1161.83, exp(-0.2) = 818.73, exp(0.2) = 1221.40.
        Assert.Equal(
            ["1", "2026-11-21 Sat", $"1{Thin}000.00",
             $"0.00{Thin}%", "904.84", $"1{Thin}105.17", "860.71", $"1{Thin}161.83", "818.73", $"1{Thin}221.40", $"53{Thin}%"],
            page.Texts("tbody tr:first-child > *"));
        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Price, USD", page.Texts("thead th"));
    }

    [Fact]
    public async Task CallView_EvenOdds_SaysThatItIsACoinToss()
    {
        var page = await Markup.RenderAsync<CallView>(new() { ["Forecast"] = Sample.Forecast(Day, 100, Sample.Bands(0.1, 0.15, 0.2)) });

        Assert.Equal("The call in one sentence.", page.QuerySelector(".call")?.TextContent);
        Assert.Contains(page.Texts(".notes li"), note => note == $"Direction: over 1 session, 53{Thin}% up is close to a coin toss.");
        Assert.Contains(page.Texts(".notes li"), note => note.Contains($"79.0{Thin}% of 1{Thin}240 outcomes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CallView_Fallback_IsShown()
    {
        var forecast = Sample.Forecast(Day, 100, Sample.Bands(0.1, 0.15, 0.2));
        forecast = forecast with { Provenance = forecast.Provenance with { Fallbacks = ["too few bars for the blend"] } };
        var page = await Markup.RenderAsync<CallView>(new() { ["Forecast"] = forecast });

        Assert.Contains("Take note: too few bars for the blend", page.Texts(".notes li"));
    }

    [Theory]
    [InlineData(VerdictKind.NoCall, "No call")]
    [InlineData(VerdictKind.NoEdge, "No edge")]
    public async Task CallView_VerdictIsNoPlainCall_WearsATag(VerdictKind kind, string tag)
    {
        var forecast = Sample.Forecast(Day, 100, Sample.Bands(0.1, 0.15, 0.2)) with { Verdict = new Verdict(kind, "Half of the bars are missing.") };
        var page = await Markup.RenderAsync<CallView>(new() { ["Forecast"] = forecast });
        Assert.Equal([tag], page.Texts(".tag"));
    }

    [Fact]
    public async Task CallView_VolatilityOutlook_IsSaidWithItsProbability()
    {
        var forecast = Sample.Forecast(Day, 100, Sample.Bands(0.1, 0.15, 0.2));
        forecast = forecast with { Horizons = [forecast.Horizons[0] with { Outlook = new VolatilityOutlook(1, 0.012, 0.29, IsCall: true) }] };
        var page = await Markup.RenderAsync<CallView>(new() { ["Forecast"] = forecast });
        Assert.Contains(
            $"Volatility: over 1 session, below its usual 1.2{Thin}% a bar with 71{Thin}% probability; among the surer 60{Thin}% of such calls.",
            page.Texts(".notes li"));
    }

    [Fact]
    public async Task HindcastView_Skill_IsSaidWithItsCountAndChance()
    {
        var forecast = Sample.Forecast(Day, 100, Sample.Bands(0.1, 0.15, 0.2));
        forecast = forecast with { Horizons = [forecast.Horizons[0] with { Skill = new HindcastSkill(1240, 0.98, 1, 0.004) }] };
        var page = await Markup.RenderAsync<HindcastView>(new() { ["Forecast"] = forecast });
        Assert.Contains(
            $"1 session ahead: CRPS +2.0{Thin}% against EWMA with Student-t bands, n = 1{Thin}240, p = 0.004: better than chance would give.",
            page.Texts(".notes li"));
    }

    [Fact]
    public async Task ProvenanceView_Forecast_NamesSourceTimeModelHashAndStanding()
    {
        var page = await Markup.RenderAsync<ProvenanceView>(new()
        {
            ["Forecast"] = Sample.Forecast(Sample.Coin, Timeframe.OneMinute, Day, 100, Sample.Bands(0.1, 0.15, 0.2)),
        });
        var values = page.Texts("dd").Select(text => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
        var facts = page.Texts("dt").Zip(values).ToDictionary(fact => fact.First, fact => fact.Second);

        Assert.Equal("demo simulated", facts["Source"]);
        Assert.Equal("2026-11-20 00:01 UTC", facts["Data as of"]);
        Assert.Equal("har 1.0", facts["Model"]);
        Assert.Equal("0123456789ab", facts["Inputs hash"]);
        Assert.Equal("Frozen in the ledger", facts["Standing"]);
        Assert.Equal("0123456789abcdef0123456789abcdef", page.QuerySelector("[data-copy]")?.GetAttribute("data-copy"));
    }

    [Fact]
    public async Task PastTable_Entries_ShowWhatCame()
    {
        var page = await Markup.RenderAsync<PastTable>(new()
        {
            ["Past"] = new[] { Sample.Entry(Day, 100, 2, []), Sample.Entry(Day.AddDays(-1), 100, 2, [120]) },
            ["AssetClass"] = AssetClass.Stock,
            ["Decimals"] = 2,
        });

        Assert.Equal(["pending", "above"], page.Texts("tbody .tag"));
        Assert.Contains("120.00", page.Texts("tbody tr:nth-child(2) td"));
        Assert.Contains("0 of 1", page.Texts("tbody tr:nth-child(2) td"));
    }

    [Fact]
    public async Task SubjectHead_SimulatedCoin_SaysSo()
    {
        var quote = new Quote(64000, -0.0125, "since the close before", Day);
        var subject = new PredictionsSubject(Sample.Coin, Timeframe.OneDay, quote) { Prices = new(2) };
        var page = await Markup.RenderAsync<SubjectHead>(new() { ["Subject"] = subject });

        Assert.Equal("COIN1", page.QuerySelector("h1")?.TextContent);
        Assert.Equal("simulated", page.QuerySelector(".tag")?.TextContent);
        Assert.Equal($"64{Thin}000.00", page.QuerySelector(".price")?.TextContent);
        Assert.Contains($"\u22121.25{Thin}%", page.QuerySelector(".change")?.TextContent);
        Assert.NotNull(page.QuerySelector(".change.down"));
    }

    [Fact]
    public void ChartSummary_Forecast_NamesTheFarBand()
    {
        var subject = new PredictionsSubject(Sample.Apple, Timeframe.OneDay, new Quote(100, 0, "since the close before", Day)) { Prices = new(2) };

        Assert.EndsWith(
            "2 sessions ahead the median is 100.00; the 80 % band reaches from 74.08 to 134.99.",
            ChartSummary.Text(subject, Sample.Forecast(Day, 100, Sample.Bands(0.1, 0.15, 0.2), Sample.Bands(0.2, 0.3, 0.4))));
        Assert.EndsWith("The forecast is not there yet.", ChartSummary.Text(subject, forecast: null));
    }
}
