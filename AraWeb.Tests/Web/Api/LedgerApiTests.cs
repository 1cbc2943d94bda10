using System.Net;
using System.Security.Cryptography;
using AraWeb.Engine.Ledger;
using AraWeb.Tests.Engine.Ledger;
using AraWeb.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace AraWeb.Tests.Web.Api;

/// <summary>Receipts, head and skill over the real server and its own ledger.</summary>
public sealed class LedgerApiTests : IAsyncLifetime
{
    private AraServer _server = null!;

    public async Task InitializeAsync() => _server = await AraServer.StartAsync(settings: ("Data:Demo:Enabled", "true"));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Head_FreshServer_IsTheKeysRecord()
    {
        var (status, head) = await GetAsync("head");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, (int?)head["record"]);
        Assert.Equal(64, ((string)head["hash"]!).Length);
    }

    [Fact]
    public async Task Receipt_FrozenForecast_ComesWithItsSeal()
    {
        var entry = Entries.Make("BTCUSD", Entries.LastBar, 1, 2);
        await _server.Services.GetRequiredService<ILedgerStore>().AppendAsync(entry, CancellationToken.None);

        var (status, receipt) = await GetAsync($"{entry.Id}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((entry.Id.ToString(), 2), ((string?)receipt["id"], (int?)receipt["seal"]!["record"]));
        Assert.Equal(
            (string?)receipt["seal"]!["hash"], Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String((string)receipt["seal"]!["bytes"]!))));
        Assert.Equal((string?)receipt["seal"]!["hash"], (string?)receipt["head"]!["hash"]);
        Assert.Equal(["lastPrice", "drift", "alwaysUp", "cone", "ewmaT5", "har"],
            receipt["days"]![0]!["baselines"]!.AsArray().Select(rival => (string)rival!["baseline"]!));
        Assert.Null(receipt["days"]![1]!["baselines"]![5]!["deviation"]);
        Assert.Null(receipt["days"]![0]!["outcome"]);
    }

    [Fact]
    public async Task Receipt_UnknownEntry_IsAProblem()
    {
        var (status, problem) = await GetAsync(Guid.Empty.ToString());

        Assert.Equal((HttpStatusCode.NotFound, "unknown-entry"), (status, (string?)problem["code"]));
    }

    [Fact]
    public async Task Skill_NothingResolved_IsEmptyOrAccumulates()
    {
        await _server.Services.GetRequiredService<ILedgerStore>().AppendAsync(Entries.Make("BTCUSD", Entries.LastBar, 1, 2), CancellationToken.None);

        Assert.Empty((await GetAsync("skill?symbol=NONE")).Body["rows"]!.AsArray());
        var row = Assert.Single((await GetAsync("skill?symbol=btcusd&horizon=2&by=regime")).Body["rows"]!.AsArray())!;
        Assert.Equal((0, 1, "highVolatility", "core-1"), ((int?)row["n"], (int?)row["pending"], (string?)row["regime"], (string?)row["model"]));
        Assert.StartsWith("accumulating", (string?)row["standing"], StringComparison.Ordinal);
        Assert.Null(row["figures"]);
    }

    [Theory]
    [InlineData("skill?horizon=31", "horizon")]
    [InlineData("skill?horizon=0", "horizon")]
    [InlineData("skill?timeframe=x", "timeframe")]
    [InlineData("skill?by=moon", "by")]
    [InlineData("skill?symbol=a%20b", "symbol")]
    public async Task Skill_BadInput_NamesTheValue(string query, string name)
    {
        var (status, problem) = await GetAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotNull(problem["errors"]![name]);
    }

    private async Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode Body)> GetAsync(string path)
    {
        using var response = await _server.Client.GetAsync(new Uri("/api/v1/ledger/" + path, UriKind.Relative));
        return (response.StatusCode, await ApiFixture.ReadAsync(response));
    }
}
