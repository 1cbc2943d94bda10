using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Tests.Contracts;

/// <summary>What every market data provider must do. Finds the providers and their fixtures by reflection, so a new one is tested by existing.</summary>
public sealed class ProviderContractTests
{
    public static TheoryData<string> Fixtures => [.. FixtureTypes().Select(type => type.Name)];

    [Fact]
    public void Providers_All_HaveAFixture()
    {
        var made = new List<Type>();
        foreach (var type in FixtureTypes())
        {
            using var fixture = Create(type.Name);
            made.Add(fixture.Provider.GetType());
        }

        var providers = typeof(IMarketDataProvider).Assembly.GetTypes()
            .Where(type => type.IsClass && !type.IsAbstract && type.IsAssignableTo(typeof(IMarketDataProvider)));
        Assert.Equal(providers.Select(type => type.FullName!).Order(StringComparer.Ordinal), made.Select(type => type.FullName!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task ListAsync_Instruments_AreOrderedUniqueAndComplete(string name)
    {
        using var fixture = Create(name);

        var listed = await fixture.Provider.ListAsync(CancellationToken.None);

        Assert.NotEmpty(listed);
        Assert.Equal(listed.Select(x => x.Symbol).Distinct().Order(), listed.Select(x => x.Symbol));
        foreach (var instrument in listed)
        {
            Assert.Equal((fixture.Provider.Name, fixture.Provider.IsSimulated), (instrument.Source, instrument.IsSimulated));
            Assert.NotEmpty(instrument.Name);
            Assert.NotEmpty(instrument.Timeframes);
            Assert.Equal(instrument.Timeframes.Distinct().Order(), instrument.Timeframes);
            var found = await fixture.Provider.FindAsync(instrument.Symbol, CancellationToken.None);
            Assert.Equal(instrument.Symbol, found.Symbol);
            Assert.Equal(instrument.Timeframes, found.Timeframes);
        }

        Assert.Matches("^[a-z][a-z0-9-]*$", fixture.Provider.Name);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public Task ReadAsync_AllBars_AscendAndAreSaneAndFinished(string name) => ForEachSeriesAsync(name, async (fixture, instrument, query) =>
    {
        var bars = await fixture.Provider.ReadAsync(query, CancellationToken.None);

        Assert.True(bars.Count >= 20, $"{bars.Count} bars");
        Assert.Equal((instrument.Symbol, instrument.AssetClass, query.Timeframe), (bars.Symbol, bars.AssetClass, bars.Timeframe));
        var calendar = TradingCalendar.For(instrument.AssetClass);
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            Assert.True(i == 0 || bar.Time > bars[i - 1].Time, $"{bar.Time:u} does not follow {bars[Math.Max(i - 1, 0)].Time:u}.");
            Assert.True(query.Timeframe.IsIntraday() || bar.Time.TimeOfDay == TimeSpan.Zero, $"{bar.Time:u}");
            Assert.True(double.IsFinite(bar.Open + bar.High + bar.Low + bar.Close + bar.Volume) && bar.Low > 0 && bar.Volume >= 0, bar.ToString());
            Assert.True(bar.Low <= Math.Min(bar.Open, bar.Close) && bar.High >= Math.Max(bar.Open, bar.Close), bar.ToString());
            Assert.True(calendar.CloseOfBar(bar.Time, query.Timeframe) <= fixture.Now, $"{bar.Time:u} is not finished.");
        }
    });

    [Theory]
    [MemberData(nameof(Fixtures))]
    public Task ReadAsync_AsOf_GivesNothingThatClosedLater(string name) => ForEachSeriesAsync(name, async (fixture, instrument, query) =>
    {
        var all = await fixture.Provider.ReadAsync(query, CancellationToken.None);
        var calendar = TradingCalendar.For(instrument.AssetClass);
        foreach (var index in new[] { 0, all.Count / 2, all.Count - 2 })
        {
            var close = calendar.CloseOfBar(all[index].Time, query.Timeframe);

            var at = await fixture.Provider.ReadAsync(query with { AsOf = close }, CancellationToken.None);
            var before = await fixture.Provider.ReadAsync(query with { AsOf = close.AddTicks(-1) }, CancellationToken.None);

            Assert.Equal(Bars(all)[..(index + 1)], Bars(at));
            Assert.Equal(Bars(all)[..index], Bars(before));
        }

        var future = await fixture.Provider.ReadAsync(query with { AsOf = fixture.Now.AddYears(1) }, CancellationToken.None);
        Assert.Equal(Bars(all), Bars(future));
    });

    [Theory]
    [MemberData(nameof(Fixtures))]
    public Task ReadAsync_FromAndLast_Cut(string name) => ForEachSeriesAsync(name, async (fixture, instrument, query) =>
    {
        var all = Bars(await fixture.Provider.ReadAsync(query, CancellationToken.None));
        var middle = all[all.Count / 2].Time;

        Assert.Equal(all[(all.Count / 2)..], Bars(await fixture.Provider.ReadAsync(query with { From = middle }, CancellationToken.None)));
        Assert.Equal(all[((all.Count / 2) + 1)..], Bars(await fixture.Provider.ReadAsync(query with { From = middle.AddTicks(1) }, CancellationToken.None)));
        Assert.Equal(all[^3..], Bars(await fixture.Provider.ReadAsync(query with { Last = 3 }, CancellationToken.None)));
        Assert.Equal(all[^3..], Bars(await fixture.Provider.ReadAsync(query with { From = all[^3].Time }, CancellationToken.None)));
        Assert.Equal(all, Bars(await fixture.Provider.ReadAsync(query with { Last = int.MaxValue }, CancellationToken.None)));
        Assert.Empty(Bars(await fixture.Provider.ReadAsync(query with { From = fixture.Now.AddYears(1) }, CancellationToken.None)));
        var close = TradingCalendar.For(instrument.AssetClass).CloseOfBar(all[4].Time, query.Timeframe);
        Assert.Equal([all[4]], Bars(await fixture.Provider.ReadAsync(query with { AsOf = close, Last = 1 }, CancellationToken.None)));
    });

    [Theory]
    [MemberData(nameof(Fixtures))]
    public Task ReadAsync_Twice_GivesTheSame(string name) => ForEachSeriesAsync(name, async (fixture, _, query) =>
        Assert.Equal(
            Bars(await fixture.Provider.ReadAsync(query, CancellationToken.None)), Bars(await fixture.Provider.ReadAsync(query, CancellationToken.None))));

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task FindAsync_MistypedSymbol_NamesTheRightOne(string name)
    {
        using var fixture = Create(name);
        var known = (await fixture.Provider.ListAsync(CancellationToken.None))[0].Symbol;
        var mistyped = Symbol.Parse("X" + known.Ticker);

        var onFind = await Assert.ThrowsAsync<UnknownSymbolException>(async () => await fixture.Provider.FindAsync(mistyped, CancellationToken.None));
        var onRead = await Assert.ThrowsAsync<UnknownSymbolException>(async () =>
            await fixture.Provider.ReadAsync(new BarQuery(mistyped, Timeframe.OneDay), CancellationToken.None));

        Assert.Equal(mistyped, onFind.Symbol);
        Assert.Contains(known.Text, onFind.Advice, StringComparison.Ordinal);
        Assert.Equal(onFind.Advice, onRead.Advice);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task ReadAsync_TimeframeThatIsMissing_Throws(string name)
    {
        using var fixture = Create(name);
        var instrument = (await fixture.Provider.ListAsync(CancellationToken.None))[0];
        var missing = Enum.GetValues<Timeframe>().First(timeframe => !instrument.Timeframes.Contains(timeframe));

        var error = await Assert.ThrowsAsync<UnknownSymbolException>(async () =>
            await fixture.Provider.ReadAsync(new BarQuery(instrument.Symbol, missing), CancellationToken.None));

        Assert.Contains(instrument.Timeframes[0].Code(), error.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task EveryCall_Cancelled_Throws(string name)
    {
        using var fixture = Create(name);
        var symbol = (await fixture.Provider.ListAsync(CancellationToken.None))[0].Symbol;
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await fixture.Provider.ListAsync(cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await fixture.Provider.FindAsync(symbol, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await fixture.Provider.ReadAsync(new BarQuery(symbol, Timeframe.OneDay), cancelled.Token));
    }

    private static IEnumerable<Type> FixtureTypes() =>
        typeof(ProviderContractTests).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IProviderFixture)));

    private static IProviderFixture Create(string name) => (IProviderFixture)Activator.CreateInstance(FixtureTypes().Single(type => type.Name == name))!;

    private static List<Bar> Bars(BarSeries series) => [.. Enumerable.Range(0, series.Count).Select(i => series[i])];

    private static async Task ForEachSeriesAsync(string name, Func<IProviderFixture, Instrument, BarQuery, Task> check)
    {
        using var fixture = Create(name);
        foreach (var instrument in await fixture.Provider.ListAsync(CancellationToken.None))
        {
            foreach (var timeframe in instrument.Timeframes)
            {
                await check(fixture, instrument, new BarQuery(instrument.Symbol, timeframe));
            }
        }
    }
}
