using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Jobs;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Providers;
using AraWeb.Jobs;
using AraWeb.Tests.Shared;
using AraWeb.Tests.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace AraWeb.Tests.Web.Api;

/// <summary>
/// The real server over fakes of market data, predictor, ledger and job history: AAPL with ten daily bars from Monday 2024-01-08 on, and two more symbols.
/// </summary>
public sealed class ApiFixture : IAsyncLifetime
{
    private AraServer? _server;

    internal MemoryBars Bars { get; } = new MemoryBars()
        .Add("AAPL", AssetClass.Stock, new DateOnly(2024, 1, 8), 10, "Apple")
        .Add("BTCUSD", AssetClass.Crypto, new DateOnly(2024, 1, 1), 30, "Bitcoin")
        .Add("EUR/USD", AssetClass.Forex, new DateOnly(2024, 1, 8), 2, "Euro");

    internal FakePredictor Predictor => (FakePredictor)Server.Services.GetRequiredService<IPredictor>();

    internal MemoryLedger Ledger { get; } = new();

    internal MemoryJobHistory History { get; } = new();

    internal FakeJobStarter Starter { get; } = new();

    internal AraServer Server => _server ?? throw new InvalidOperationException("The server has not started.");

    public async Task InitializeAsync() => _server = await AraServer.StartAsync(services => services
        .AddSingleton<IBarStore>(Bars)
        .AddSingleton<IPredictor>(new FakePredictor(Bars))
        .AddSingleton<ILedgerStore>(Ledger)
        .AddSingleton<IJobHistory>(History)
        .AddSingleton<IJobStarter>(Starter)
        .AddSingleton<IAraJob>(new FakeJob("test-job")));

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>Gets a path: status and JSON.</summary>
    internal async Task<(HttpStatusCode Status, JsonNode Body)> GetAsync(string path)
    {
        using var response = await Server.Client.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await ReadAsync(response));
    }

    /// <summary>Posts a text as JSON: status and JSON.</summary>
    internal async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, string body, string mediaType = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        using var response = await Server.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        return (response.StatusCode, await ReadAsync(response));
    }

    /// <summary>The JSON of an answer; an error must say that it is a problem.</summary>
    internal static async Task<JsonNode> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        Assert.True(type == (response.IsSuccessStatusCode ? "application/json" : "application/problem+json"), $"{response.StatusCode} as {type}: {text}");
        return JsonNode.Parse(text)!;
    }
}
