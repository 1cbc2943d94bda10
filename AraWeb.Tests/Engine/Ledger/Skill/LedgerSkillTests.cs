using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Skill;

namespace AraWeb.Tests.Engine.Ledger.Skill;

public sealed class LedgerSkillTests : IOutcomeSource
{
    private readonly List<Action<OutcomeRow>> _rows = [];
    private OutcomeQuery? _asked;

    public ValueTask ReadAsync(OutcomeQuery query, Action<OutcomeRow> take, CancellationToken cancellationToken)
    {
        _asked = query;
        var row = new OutcomeRow();
        foreach (var fill in _rows)
        {
            fill(row);
            take(row);
        }

        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task MeasureAsync_FewTrials_TellsCountsAndNoFigure()
    {
        Add(days: 49, bars: 5);
        _rows.Add(row => row.State = null);
        _rows.Add(row => row.State = OutcomeState.Void);

        var row = Assert.Single(await MeasureAsync(SkillSplit.None));

        Assert.Equal((49, 1, 1, 49, 9.8), (row.Resolved, row.Void, row.Pending, row.Days, row.Trials));
        Assert.Null(row.Figures);
        Assert.Equal("accumulating: 49 resolved so far on 49 days, worth 9.8 trials of the 10 that tell something", row.Standing);
    }

    [Fact]
    public async Task MeasureAsync_EnoughTrials_TellsWhatHandCountsTell()
    {
        // Ten symbols a day on twenty days; returns alternate between 0.005 (inside the 50 % band) and -0.015 (inside 90 %, outside 80 %).
        Add(days: 20, bars: 1, symbols: 10, value: (day, _) => day % 2 == 0 ? 0.005 : -0.015);

        var row = Assert.Single(await MeasureAsync(SkillSplit.None));
        var figures = row.Figures!;

        Assert.Equal((200, 20, 20.0), (row.Resolved, row.Days, row.Trials));
        Assert.Equal([0.5, 0.5, 1, 1], figures.Coverage.Select(band => band.Share.Estimate));
        Assert.Equal([0.5, 0.8, 0.9, 0.95], figures.Coverage.Select(band => band.Nominal));

        // statsmodels proportion_confint(10, 20, method="wilson"): twenty days, not two hundred rows.
        Assert.Equal(0.2992980081982123, figures.Coverage[0].Share.Lower, 7);
        Assert.Equal(0.7007019918017877, figures.Coverage[0].Share.Upper, 7);
        Assert.Equal((0.5, 0.5), (figures.Direction.Estimate, figures.AlwaysUp));
        Assert.Equal((0.249001 + 0.251001) / 2, figures.Brier, 12);

        // The last price loses the size of the move; of a point there is no density and no P(up).
        var last = figures.Baselines[(int)BaselineKind.LastPrice];
        Assert.Equal(0.01, last.Crps, 12);
        Assert.Equal(1 - (figures.Crps / 0.01), last.CrpsSkill.Estimate, 12);
        Assert.True(last.CrpsSkill.Lower <= last.CrpsSkill.Estimate && last.CrpsSkill.Estimate <= last.CrpsSkill.Upper);
        Assert.True(double.IsNaN(last.LogGain) && double.IsNaN(last.Brier) && double.IsNaN(last.BrierSkill.Estimate));

        var up = figures.Baselines[(int)BaselineKind.AlwaysUp];
        Assert.Equal((200, 0.5), (up.Count, up.Brier));
        Assert.Equal(0.5, up.BrierSkill.Estimate, 4);
    }

    [Fact]
    public async Task MeasureAsync_EqualRival_HasNoSkillAndNoInterval()
    {
        var cone = BaselineDistribution.Of(BaselineKind.Cone, Entries.Horizon(1, Entries.LastBar).Baselines!);
        Add(days: 30, bars: 1);
        var fill = _rows.ToList();
        _rows.Clear();
        _rows.AddRange(fill.Select(first => (Action<OutcomeRow>)(row =>
        {
            first(row);
            cone.QuantilesTo(row.Quantiles);
        })));

        var rival = (await MeasureAsync(SkillSplit.None))[0].Figures!.Baselines[(int)BaselineKind.Cone];

        Assert.Equal((0, 0, 0), (rival.CrpsSkill.Estimate, rival.CrpsSkill.Lower, rival.CrpsSkill.Upper));
        Assert.Equal(0, rival.LogGain);
    }

    [Fact]
    public async Task MeasureAsync_InventedPrices_AreNeverCountedWithRealOnes()
    {
        Add(days: 12, bars: 1);
        Add(days: 15, bars: 1, change: row => row.IsSimulated = true);

        var rows = await MeasureAsync(SkillSplit.None);

        Assert.Equal([(false, 12), (true, 15)], rows.Select(row => (row.IsSimulated, row.Resolved)));
    }

    [Fact]
    public async Task MeasureAsync_SplitAndModels_MakeRowsOfTheirOwn()
    {
        Add(days: 12, bars: 1, symbols: 2);
        Add(days: 12, bars: 1, change: row => row.ModelVersion = "newer");
        Add(days: 12, bars: 1, change: row => row.Regime = RegimeType.HighVolatility);

        Assert.Equal([("newer", 12), ("core-1", 36)], (await MeasureAsync(SkillSplit.None)).Select(row => (row.ModelVersion, row.Resolved)));
        Assert.Equal(
            [("newer", "S0", 12), ("core-1", "S0", 24), ("core-1", "S1", 12)],
            (await MeasureAsync(SkillSplit.Symbol)).Select(row => (row.ModelVersion, row.Symbol!, row.Resolved)));
        Assert.Equal(
            [("newer", RegimeType.Bull, 12), ("core-1", RegimeType.Bull, 24), ("core-1", RegimeType.HighVolatility, 12)],
            (await MeasureAsync(SkillSplit.Regime)).Select(row => (row.ModelVersion, row.Regime!.Value, row.Resolved)));
    }

    [Fact]
    public async Task MeasureAsync_OldForecastsWithoutRivals_CountOnlyForThemselves()
    {
        Add(days: 12, bars: 1);
        var unknown = new FrozenBaselines(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        Add(days: 20, bars: 1, change: row => row.Baselines = unknown);

        var row = Assert.Single(await MeasureAsync(SkillSplit.None));

        Assert.Equal((32, 20), (row.Resolved, row.Days));
        Assert.Equal([32, 12, 32, 12, 12, 12], row.Figures!.Baselines.Select(rival => rival.Count));
    }

    [Fact]
    public async Task MeasureAsync_NoHorizonNamed_AsksForFive()
    {
        Assert.Empty(await MeasureAsync(SkillSplit.None));
        Assert.Equal([1, 5, 10, 20, 30], _asked!.Horizons);

        await new LedgerSkill(this).MeasureAsync(new SkillQuery(Timeframe.OneHour, Symbol.Parse("A"), 7, SkillSplit.None), CancellationToken.None);
        Assert.Equal((Timeframe.OneHour, "A"), (_asked.Timeframe, _asked.Symbol!.Value.Text));
        Assert.Equal([7], _asked.Horizons);
    }

    [Theory]
    [InlineData(Timeframe.OneDay, 5, 5)]
    [InlineData(Timeframe.OneWeek, 5, 5)]
    [InlineData(Timeframe.OneHour, 1, 1)]
    [InlineData(Timeframe.OneHour, 30, 2)]
    [InlineData(Timeframe.OneMinute, 30, 1)]
    public void Span_OverlappingForecasts_AreCountedOnce(Timeframe timeframe, int bars, int days) => Assert.Equal(days, LedgerSkill.Span(timeframe, bars));

    private void Add(int days, int bars, int symbols = 1, Func<int, int, double>? value = null, Action<OutcomeRow>? change = null)
    {
        var forecast = Entries.Horizon(1, Entries.LastBar);
        for (var i = 0; i < days * symbols; i++)
        {
            var (day, symbol) = (i / symbols, i % symbols);
            _rows.Add(row =>
            {
                (row.ModelVersion, row.IsSimulated, row.Symbol, row.Regime) = ("core-1", false, $"S{symbol}", RegimeType.Bull);
                (row.Day, row.Bars, row.State, row.ProbabilityUp) = (740_000 + day, bars, OutcomeState.Resolved, forecast.ProbabilityUp);
                row.Return = value?.Invoke(day, symbol) ?? (0.01 * Math.Sin(day));
                row.Baselines = forecast.Baselines!;
                forecast.Returns.Values.CopyTo(row.Quantiles);
                change?.Invoke(row);
            });
        }
    }

    private Task<IReadOnlyList<SkillRow>> MeasureAsync(SkillSplit split) =>
        new LedgerSkill(this).MeasureAsync(new SkillQuery(Timeframe.OneDay, Symbol: null, Horizon: null, split), CancellationToken.None);
}
