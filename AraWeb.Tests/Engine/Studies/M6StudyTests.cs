using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Ranks;
using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Accuracy;
using AraWeb.Tests.Engine.Prediction.Ranks;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Studies;

public sealed class M6StudyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RankScore_UniformForecast_IsExactlyTheBenchmark()
    {
        var outcome = RankClasses.Of([.. Enumerable.Range(0, 100).Select(i => (double)((37 * i) % 100))]);
        Assert.Equal(0.16, RankScore.Of(outcome, M6Trial.Uniform(100)), 1e-15);
    }

    [Fact]
    public void RankScore_HandMadeCases_EqualTheRecipe()
    {
        // One asset of five in class 1, called surely right, surely in the next class, surely in the last.
        double[] outcome = [1, 0, 0, 0, 0];
        Assert.Equal(0, RankScore.Of(outcome, [1, 0, 0, 0, 0]));
        Assert.Equal(1 / 5.0, RankScore.Of(outcome, [0, 1, 0, 0, 0]), 1e-15);
        Assert.Equal(4 / 5.0, RankScore.Of(outcome, [0, 0, 0, 0, 1]), 1e-15);

        // A tie of three over classes 1 and 2 against a forecast: (1/3 - .1)^2 + (1 - .4)^2 + (1 - .7)^2 + (1 - .9)^2, by hand.
        Assert.Equal(
            (Math.Pow((1 / 3.0) - 0.1, 2) + 0.36 + 0.09 + 0.01) / 5, RankScore.Of([1 / 3.0, 2 / 3.0, 0, 0, 0], [0.1, 0.3, 0.3, 0.2, 0.1]), 1e-15);
    }

    [Fact]
    public void Returns_MissingPrices_AreCarriedWithinTheRound()
    {
        var days = Panels.Days(6);
        double n = double.NaN;
        double[][] prices =
        [
            [90, 100, 110, 120, 130, 140],
            [90, 100, 105, n, n, n],
            [90, n, 100, n, 150, n],
            [90, n, n, n, n, n],
            [n, n, n, n, 80, 100],
        ];
        var returns = M6Trial.Returns(new PricePanel(days, prices, new int[5]), days[1], days[5]);
        Assert.Equal([0.4, 0.05, 0.5, 0, 0.25], returns.Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public async Task M6_GivenEnds_HasTheKeysAndSkill()
    {
        Write(assets: 20, days: 420, seed: 1);
        var ends = Ends(Panels.First.AddDays(400), 6);
        var json = await RunAsync(new StudyOptions(null, _folder.Path, null, null, null) { Ends = ends });
        Assert.Equal(6, json["n"]!.GetValue<int>());
        Assert.Equal(20, json["assets"]!.GetValue<int>());
        Assert.True(json["rps"]!.GetValue<double>() < 0.157, json.ToJsonString());
        Assert.True(json["placebo_rps"]!.GetValue<double>() > 0.16, json.ToJsonString());
        Assert.Equal(6, json["rounds"]!.AsArray().Count);
        Assert.InRange(json["rounds_below_016"]!.GetValue<int>(), 4, 6);
        Assert.Equal("given", json["settings"]!["rounds"]!.GetValue<string>());
        foreach (var round in json["rounds"]!.AsArray())
        {
            Assert.True(string.CompareOrdinal(round!["origin"]!.GetValue<string>(), round["start"]!.GetValue<string>()) < 0);
        }
    }

    [Fact]
    public async Task M6_PricesFromTheStartOn_DoNotChangeTheForecast()
    {
        // The last round is scored on prices that end with it; its forecast must not know that there are more.
        var prices = Write(assets: 20, days: 420, seed: 1);
        var end = Panels.Days(420)[400];
        var options = new StudyOptions(null, _folder.Path, null, null, null) { Ends = Ends(end, 1) };
        var whole = (await RunAsync(options))["rps"]!.GetValue<double>();
        WritePrices([.. prices.Select(row => row[..401])]);
        Assert.Equal(whole, (await RunAsync(options))["rps"]!.GetValue<double>());
    }

    [Fact]
    public async Task M6_NoEnds_WalksPseudoRoundsOnTheCompetitionsGrid()
    {
        Write(assets: 10, days: 320, seed: 2);
        var json = await RunAsync(new StudyOptions(null, _folder.Path, null, null, null));
        var rounds = json["rounds"]!.AsArray();
        Assert.Equal("pseudo", json["settings"]!["rounds"]!.GetValue<string>());

        // 201 days of history reach to October 8th; the Fridays every four weeks from then to March 2020 are five.
        Assert.Equal(5, rounds.Count);
        Assert.All(rounds, round => Assert.Equal(0, (Day(round!["end"]!).DayNumber - new DateOnly(2022, 4, 1).DayNumber) % 28));
    }

    [Fact]
    public async Task M6_FromAndTo_BoundTheRounds()
    {
        Write(assets: 10, days: 420, seed: 2);
        var options = new StudyOptions(null, _folder.Path, new DateOnly(2020, 2, 1), new DateOnly(2020, 5, 1), null);
        var rounds = (await RunAsync(options))["rounds"]!.AsArray();
        Assert.Equal(4, rounds.Count);
        Assert.All(rounds, round => Assert.InRange(Day(round!["end"]!), new DateOnly(2020, 2, 1), new DateOnly(2020, 5, 1)));
    }

    [Fact]
    public async Task M6_CompetitionPeriod_ScoresItsTwelveRounds()
    {
        // Prices from a month before the first round to the end of the last, as the competition's own file has them.
        var prices = Panels.Prices(10, 265, seed: 3);
        WriteUniverse(10);
        WritePrices(prices, new DateOnly(2022, 1, 31));
        var json = await RunAsync(new StudyOptions(null, _folder.Path, null, null, null));
        Assert.Equal("competition", json["settings"]!["rounds"]!.GetValue<string>());
        Assert.Equal("2022-04-01", json["rounds"]![0]!["end"]!.GetValue<string>());
        Assert.Equal("2023-02-03", json["rounds"]![11]!["end"]!.GetValue<string>());
        Assert.Equal("2022-03-03", json["rounds"]![0]!["origin"]!.GetValue<string>());
        Assert.False(json["rounds"]![0]!["uniform"]!.GetValue<bool>());
    }

    [Fact]
    public async Task M6_HistoryWithAnotherPriceLevel_IsJoinedWithoutAJump()
    {
        // The same prices, once in one file and once split: the older part as bars at a twentieth of the price, as before a split.
        var prices = Write(assets: 10, days: 420, seed: 4);
        var options = new StudyOptions(null, _folder.Path, null, null, null) { Ends = Ends(Panels.Days(420)[419], 3) };
        var whole = (await RunAsync(options))["rps"]!.GetValue<double>();
        var days = Panels.Days(420);
        for (var i = 0; i < 10; i++)
        {
            var text = new StringBuilder("timestamp,open,high,low,close,volume\n");
            for (var t = 0; t < 340; t++)
            {
                var close = (prices[i][t] / 20).ToString("R", CultureInfo.InvariantCulture);
                text.Append(CultureInfo.InvariantCulture, $"{days[t]:O},{close},{close},{close},{close},1\n");
            }

            _folder.Write($"history/A{i}.csv", text.ToString());
        }

        WritePrices([.. prices.Select(row => row[330..])], days[330]);
        var json = await RunAsync(options);
        Assert.True(json["settings"]!["history_folder"]!.GetValue<bool>());
        Assert.Equal(whole, json["rps"]!.GetValue<double>(), 1e-5);
    }

    [Fact]
    public async Task M6_RoundWithTooFewDays_IsCalledUniformAndSaysSo()
    {
        Write(assets: 10, days: 60, seed: 5);
        var json = await RunAsync(new StudyOptions(null, _folder.Path, null, null, null) { Ends = Ends(Panels.First.AddDays(38), 1) });
        Assert.True(json["rounds"]![0]!["uniform"]!.GetValue<bool>());
        Assert.Equal(0.16, json["rps"]!.GetValue<double>(), 1e-6);
    }

    [Fact]
    public async Task M6_UnusableInput_SaysWhatToGive()
    {
        await Assert.ThrowsAsync<InputException>(() => RunAsync(new StudyOptions(null, null, null, null, null)));
        await Assert.ThrowsAsync<DataProviderException>(() => RunAsync(new StudyOptions(null, _folder.Path, null, null, null)));
        Write(assets: 10, days: 100, seed: 6);
        var late = new StudyOptions(null, _folder.Path, null, null, null) { Ends = Ends(new DateOnly(2030, 1, 4), 1) };
        Assert.Contains("2030-01-04", (await Assert.ThrowsAsync<InputException>(() => RunAsync(late))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InputException>(() => RunAsync(new StudyOptions(null, _folder.Path, new DateOnly(2031, 1, 1), null, null)));
        _folder.Write("ends.csv", "soon\n");
        await Assert.ThrowsAsync<DataProviderException>(() => RunAsync(late));
        WriteUniverse(9);
        await Assert.ThrowsAsync<InputException>(() => RunAsync(new StudyOptions(null, _folder.Path, null, null, null)));
        _folder.Write("assets_m6.csv", "name,day\nA0,2020-01-01\n");
        WriteUniverse(10);
        var column = await Assert.ThrowsAsync<DataProviderException>(() => RunAsync(new StudyOptions(null, _folder.Path, null, null, null)));
        Assert.Contains("symbol", column.Message, StringComparison.Ordinal);
    }

    private static async Task<JsonObject> RunAsync(StudyOptions options) =>
        (await new M6Study().RunAsync(options, new Progress<string>(), CancellationToken.None)).Json;

    private static DateOnly Day(JsonNode node) => DateOnly.ParseExact(node.GetValue<string>(), "O", CultureInfo.InvariantCulture);

    private string Ends(DateOnly last, int count) =>
        _folder.Write("ends.csv", string.Join('\n', Enumerable.Range(0, count).Select(i => last.AddDays(-28 * i).ToString("O"))));

    private double[][] Write(int assets, int days, int seed)
    {
        var prices = Panels.Prices(assets, days, seed);
        WriteUniverse(assets);
        WritePrices(prices);
        return prices;
    }

    private void WriteUniverse(int assets) => _folder.Write(
        "M6_Universe.csv",
        "id,class,symbol,name\n" + string.Concat(Enumerable.Range(0, assets).Select(i => $"{i},{(i < assets / 2 ? "Calm" : "Lively")},A{i},\"Asset, {i}\"\n")));

    private void WritePrices(double[][] prices, DateOnly? first = null)
    {
        var shift = (first ?? Panels.First).DayNumber - Panels.First.DayNumber;
        DateOnly[] days = [.. Enumerable.Range(0, 2 * prices[0].Length).Select(t => Panels.First.AddDays(t + shift))
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))];
        var text = new StringBuilder("symbol,date,price\n");
        for (var t = 0; t < prices[0].Length; t++)
        {
            for (var i = 0; i < prices.Length; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"A{i},{days[t]:O},{prices[i][t]:R}\n");
            }
        }

        _folder.Write("assets_m6.csv", text.ToString());
    }
}
