using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Ranks;

namespace AraWeb.Tests.Engine.Prediction.Ranks;

public sealed class RankModelTests
{
    private static readonly RankSimulationSettings Few = new(2000, Seed: 1, double.PositiveInfinity);

    [Fact]
    public void Forecast_LaterPrices_ChangeNothing()
    {
        var prices = Panels.Prices(assets: 20, days: 320, seed: 1);
        var whole = Forecast(Panels.Of(prices), 300);
        var changed = Panels.Prices(assets: 20, days: 320, seed: 2);
        for (var i = 0; i < 20; i++)
        {
            prices[i].AsSpan(0, 301).CopyTo(changed[i]);
        }

        Assert.Equal(whole, Forecast(Panels.Of(changed), 300));
        double[][] cut = [.. prices.Select(row => row[..301])];
        Assert.Equal(whole, Forecast(Panels.Of(cut), 300));
    }

    [Fact]
    public void Forecast_LivelyAssets_EndAtTheExtremes()
    {
        var forecast = Forecast(Panels.Of(Panels.Prices(assets: 20, days: 300, seed: 3)), 299);
        Assert.All(Enumerable.Range(0, 10), calm => Assert.True(forecast[(calm * 5) + 2] > 0.22, $"asset {calm}"));
        Assert.All(Enumerable.Range(10, 10), lively => Assert.True(forecast[lively * 5] > 0.25, $"asset {lively}"));
    }

    [Fact]
    public void Forecast_DelistedAsset_StandsStillInTheMiddle()
    {
        var prices = Panels.Prices(assets: 20, days: 300, seed: 4);
        prices[15].AsSpan(280).Fill(double.NaN);
        var forecast = Forecast(Panels.Of(prices), 299);

        // It leaves the middle only when the market carries the others past it.
        Assert.InRange(forecast[(15 * 5) + 2], 0.28, 1);
        Assert.InRange(forecast[15 * 5], 0, 0.15);

        // Four days without a price are a holiday, not the end.
        prices = Panels.Prices(assets: 20, days: 300, seed: 4);
        prices[15].AsSpan(296).Fill(double.NaN);
        Assert.True(Forecast(Panels.Of(prices), 299)[15 * 5] > 0.2);
    }

    [Fact]
    public void Forecast_YoungAsset_IsTakenForOneOfItsGroup()
    {
        var prices = Panels.Prices(assets: 20, days: 300, seed: 5);
        foreach (var young in (int[])[2, 14])
        {
            prices[young].AsSpan(0, 292).Fill(double.NaN);
        }

        var forecast = Forecast(Panels.Of(prices), 299);
        Assert.InRange(forecast[2 * 5], 0.02, 0.15);
        Assert.InRange(forecast[14 * 5], 0.25, 0.45);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(90)]
    public void Forecast_AssetThatBecomesKnown_GivesValidProbabilities(int age)
    {
        // Pairs of different length make the raw correlations indefinite at times; the forecast must not care.
        var prices = Panels.Prices(assets: 40, days: 300, seed: 6);
        prices[7].AsSpan(0, 300 - age).Fill(double.NaN);
        prices[8].AsSpan(0, 300 - (age / 2)).Fill(double.NaN);
        var forecast = Forecast(Panels.Of(prices), 299);
        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(1, forecast.AsSpan(i * 5, 5).ToArray().Sum(), 1e-9));
    }

    [Fact]
    public void Forecast_NothingMoves_CallsEveryClassEquallyProbable()
    {
        double[][] prices = [.. Enumerable.Range(0, 10).Select(_ => Enumerable.Repeat(100.0, 60).ToArray())];
        Assert.All(Forecast(Panels.Of(prices), 59), probability => Assert.Equal(0.2, probability, 1e-12));
    }

    [Fact]
    public void Forecast_OneJumpLongAgo_ChangesLittle()
    {
        var prices = Panels.Prices(assets: 20, days: 300, seed: 7);
        var before = Forecast(Panels.Of(prices), 299);
        for (var t = 270; t < 300; t++)
        {
            prices[3][t] *= 1.5;
        }

        // Unwinsorised, a jump of 40 % would triple the deviation of an asset that moves 1 % a day, and lift its outer classes to over a third.
        var after = Forecast(Panels.Of(prices), 299);
        Assert.InRange(after[3 * 5], before[3 * 5] - 0.05, before[3 * 5] + 0.05);
    }

    [Theory]
    [InlineData(14)]
    [InlineData(-1)]
    public void Forecast_TooFewDays_SaysHowMany(int origin) => Assert.Contains(
        "15", Assert.Throws<InputException>(() => Forecast(Panels.Of(Panels.Prices(10, 30, 1)), origin)).Advice, StringComparison.Ordinal);

    [Fact]
    public void Forecast_ElevenAssets_AreRefused() =>
        Assert.Throws<InputException>(() => Forecast(Panels.Of(Panels.Prices(11, 60, 1)), 59));

    [Fact]
    public void Panel_BadInput_IsNamed()
    {
        var days = Panels.Days(3);
        Assert.Throws<InputException>(() => new PricePanel([days[0], days[2], days[1]], [[1, 2, 3]], [0]));
        Assert.Throws<InputException>(() => new PricePanel(days, [[1, 2]], [0]));
        Assert.Throws<InputException>(() => new PricePanel(days, [[1, 2, 3]], []));
        var zero = Assert.Throws<InputException>(() => new PricePanel(days, [[1, 0, 3]], [0]));
        Assert.Contains("2019-01-02", zero.Message, StringComparison.Ordinal);
    }

    private static double[] Forecast(PricePanel panel, int origin)
    {
        var from = panel.Days[Math.Clamp(origin, 0, panel.Days.Length - 1)].AddDays(1);
        return RankModel.Forecast(panel, origin, from, from.AddDays(28), Few).Probabilities;
    }
}
