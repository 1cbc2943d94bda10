namespace AraWeb.Tests.Browser;

/// <summary>The calculating parts of the chart module, run in the browser that they are written for. Expected values are counted by hand.</summary>
[Collection(BrowserGroup.Name)]
public sealed class ChartModuleTests(BrowserFixture fixture)
{
    private const string Bars = """
        const bars = {
          times: [10, 20, 30, 40, 50], open: [1, 2, 3, 4, 5], high: [2, 9, 4, 5, 6], low: [1, 2, 0, 4, 5], close: [2, 3, 4, 5, 6], volume: [1, 1, 1, 1, 1],
        };
        """;

    [Fact]
    public async Task Gather_GroupsOfTwo_KeepExtremesAndEnds() => Assert.Equal(
        "{\"x\":[0.5,2.5,4.5],\"open\":[1,3,5],\"high\":[9,5,6],\"low\":[1,0,5],\"close\":[3,5,6]}",
        await RunAsync("bars", $"{Bars} return m.gather(bars, 1, 4, 2);"));

    [Fact]
    public async Task Join_NewerBars_ReplaceTheLastAndAppend() => Assert.Equal(
        "[1,[10,20,30,40,50,60],[2,3,4,5,7,8]]",
        await RunAsync("bars", $$"""
            {{Bars}}
            const newer = { times: [50, 60], open: [5, 7], high: [8, 9], low: [5, 7], close: [7, 8], volume: [1, 1] };
            return [m.join(bars, newer), bars.times, bars.close];
            """));

    [Theory]
    [InlineData(100, 1000, "1")]
    [InlineData(250, 1000, "1")]
    [InlineData(251, 1000, "2")]
    [InlineData(1400, 800, "7")]
    public async Task GroupSize_BarsAndPixels_KeepsCandlesFourPixelsWide(int count, int pixels, string expected) =>
        Assert.Equal(expected, await RunAsync("bars", $"return m.groupSize({count}, {pixels});"));

    [Fact]
    public async Task PositionOf_Times_FindsOnlyWhatIsThere() => Assert.Equal(
        "[0,4,-1,2,5]",
        await RunAsync("bars", $"""
            {Bars}
            const t = bars.times;
            return [m.positionOf(t, 10), m.positionOf(t, 50), m.positionOf(t, 35), m.firstFrom(t, 25), m.firstFrom(t, 60)];
            """));

    // 14:30 UTC is 9:30 in New York in winter time and 10:30 in summer time.
    [Fact]
    public async Task ClockOf_NewYork_FollowsSummerTime() => Assert.Equal(
        "[\"2026-01-15 09:30\",\"2026-07-15 10:30\",\"2026-01-15\"]",
        await RunAsync("clock", """
            const winter = Date.UTC(2026, 0, 15, 14, 30), summer = Date.UTC(2026, 6, 15, 14, 30);
            const hour = 3600000, day = 24 * hour;
            const hourly = m.clockOf('America/New_York', hour), daily = m.clockOf('America/New_York', day);
            return [m.stamp(hourly(winter), hour), m.stamp(hourly(summer), hour), m.stamp(daily(Date.UTC(2026, 0, 15)), day)];
            """));

    // Sixty days from 2025-12-01 on: with room for three labels, months; the new year weighs more and is bold.
    [Fact]
    public async Task Ticks_TwoMonthsOfDays_AreMonthsAndTheYear() => Assert.Equal(
        "{\"values\":[31],\"texts\":[\"<b>2026</b>\"]}",
        await RunAsync("clock", "return m.ticks(i => Date.UTC(2025, 11, 1 + i), 0, 59, 0, 59, 3);"));

    [Fact]
    public async Task Ticks_TwoHoursOfMinutes_AreHalfHoursAndTheDay() => Assert.Equal(
        "{\"values\":[30,60,90],\"texts\":[\"23:30\",\"2 Mar\",\"00:30\"]}",
        await RunAsync("clock", "return m.ticks(i => Date.UTC(2026, 2, 1, 23, i), 0, 119, 0, 119, 5);"));

    private async Task<string> RunAsync(string module, string body)
    {
        await using var reader = await fixture.OpenAsync("/market");
        return await reader.Page.EvaluateAsync<string>($$"""
            async () => {
              const m = await import('/js/chart/{{module}}.js');
              return JSON.stringify((() => { {{body}} })());
            }
            """);
    }
}
