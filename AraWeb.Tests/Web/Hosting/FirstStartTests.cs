using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Web.Hosting;

/// <summary>The whole program as a person first starts it, with nothing replaced: demo market, store, forecasts, ledger and jobs.</summary>
public sealed class FirstStartTests
{
    /// <summary>What a person is promised; the machine of a test may be busy with others, so a test waits longer.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Start_EmptyFolder_DemoMarketIsForecastAndFrozen()
    {
        await using var server = await AraServer.StartAsync(fakes: null, ("Jobs:Enabled", "true"), ("Jobs:Timeframes", "1d"));

        var symbol = await WaitAsync(server, "/api/v1/symbols?class=crypto&limit=1", body => (string?)body["items"]![0]?["symbol"]);
        Assert.EndsWith(".SIM", symbol, StringComparison.Ordinal);
        var entry = await WaitAsync(server, $"/api/v1/forecasts/{symbol}", body => body["items"]![0]?.AsObject());

        Assert.Equal(30, entry["days"]!.AsArray().Count);
        Assert.True((bool?)entry["provenance"]!["simulated"]);
        using var answer = await server.Client.PostAsJsonAsync(new Uri("/api/v1/predict", UriKind.Relative), new { symbol, days = 2 });
        var forecast = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.True((bool?)forecast["frozen"]);
        Assert.Equal((double)entry["lastPrice"]!, (double)forecast["lastPrice"]!);
        await WaitAsync(
            server,
            "/api/v1/jobs",
            body => body["runs"]!.AsArray().FirstOrDefault(run => (string?)run!["job"] == "predict-watchlist" && (string?)run["state"] == "succeeded"));
    }

    private static async Task<T> WaitAsync<T>(AraServer server, string path, Func<JsonNode, T?> find)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var body = await server.Client.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative));
            if (body is not null && (body["items"] ?? body["runs"])!.AsArray().Count > 0 && find(body) is { } found)
            {
                return found;
            }

            Assert.True(watch.Elapsed < Limit, $"{path} was not there after {Limit.TotalSeconds} s.");
            await Task.Delay(100);
        }
    }
}
