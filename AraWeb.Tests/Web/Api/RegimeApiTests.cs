using System.Net;
using System.Text.Json.Nodes;
using AraWeb.Engine.Providers;
using AraWeb.Tests.Engine.Regime;
using AraWeb.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace AraWeb.Tests.Web.Api;

public sealed class RegimeApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Detect_ManyBars_AnswersWithStateProbabilitiesAndWhatFollows()
    {
        var bars = RegimeBars.Daily(900, seed: 7);
        var store = new MemoryBarStore();
        await store.WriteAsync(SampleBars.InstrumentOf(bars), bars, bars[899].Time.AddDays(1), CancellationToken.None);
        await using var server = await AraServer.StartAsync(services => services.AddSingleton<IBarStore>(store));

        using var response = await server.Client.GetAsync(new Uri("/api/v1/regime/phases?asOf=2024-05-01", UriKind.Relative));
        var body = await ApiFixture.ReadAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("PHASES", "2024-05-02T00:00:00+00:00"), ((string?)body["symbol"], (string?)body["asOf"]));
        var regime = (string)body["regime"]!;
        Assert.Contains(regime, (string[])["bull", "bear", "sideways", "highVolatility"]);
        Assert.Equal((double?)body["confidence"], (double?)body["probabilities"]![regime]);
        Assert.Equal(1, Sum(body["probabilities"]!), 1e-9);
        Assert.Equal(1, Sum(body["transitions"]![regime]!), 1e-9);
        Assert.Equal(30, body["ahead"]!.AsArray().Count);
        Assert.All(body["ahead"]!.AsArray(), then => Assert.Equal(1, Sum(then!), 1e-9));
        Assert.Equal("momentum_20", (string?)body["features"]![0]!["name"]);
        Assert.Equal(2, body["detectors"]!.AsArray().Count);
        Assert.Equal(852, (int?)body["provenance"]!["barCount"]);
        Assert.True((bool?)body["simulated"]);
    }

    [Theory]
    [InlineData("/api/v1/regime/AAPL", HttpStatusCode.UnprocessableEntity, "insufficient-data")]
    [InlineData("/api/v1/regime/NOPE", HttpStatusCode.NotFound, "unknown-symbol")]
    [InlineData("/api/v1/regime/AAPL?timeframe=2d", HttpStatusCode.BadRequest, "invalid-input")]
    [InlineData("/api/v1/regime/AAPL?asOf=2999-01-01", HttpStatusCode.BadRequest, "invalid-input")]
    [InlineData("/api/v1/regime/AAPL?asOf=30.06.2017", HttpStatusCode.BadRequest, "invalid-input")]
    public async Task Detect_BadInput_IsAProblem(string path, HttpStatusCode expected, string code)
    {
        var (status, body) = await api.GetAsync(path);
        Assert.Equal((expected, code), (status, (string?)body["code"]));
    }

    [Fact]
    public async Task Detect_TooFewBars_SaysHowManyItTakes()
    {
        var (_, body) = await api.GetAsync("/api/v1/regime/AAPL");
        Assert.Equal("AAPL has 10 usable bars; at least 175 are needed.", (string?)body["detail"]);
    }

    private static double Sum(JsonNode shares) => shares.AsObject().Sum(share => (double?)share.Value ?? 0);
}
