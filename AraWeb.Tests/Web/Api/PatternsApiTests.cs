using System.Net;
using AraWeb.Engine.Features.Patterns;

namespace AraWeb.Tests.Web.Api;

public sealed class PatternsApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Patterns_All_AreTheCatalogue()
    {
        var (status, body) = await api.GetAsync("/api/v1/patterns");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(PatternCatalog.All.Select(spec => spec.Id), body["items"]!.AsArray().Select(item => (string?)item!["id"]));
    }

    [Fact]
    public async Task Find_Symbol_SaysWhatWasFoundAndWhen()
    {
        // Thirty days on which open and close are equal and stand in the middle of the range: each is a long-legged or plain doji.
        var (status, body) = await api.GetAsync("/api/v1/patterns/BTCUSD?patterns=doji,long-legged-doji&last=20");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((20, "2024-01-31T00:00:00+00:00"), ((int?)body["bars"], (string?)body["asOf"]));
        var newest = body["items"]!.AsArray()[0]!;
        Assert.Equal(("2024-01-30T00:00:00+00:00", "candle"), ((string?)newest["to"], (string?)newest["kind"]));
        Assert.InRange((double?)newest["confidence"] ?? double.NaN, 0, 1);
        Assert.All(body["items"]!.AsArray(), item => Assert.EndsWith("doji", (string?)item!["pattern"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/v1/patterns/AAPL?patterns=nope", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/patterns/AAPL?last=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/patterns/AAPL?timeframe=2d", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/patterns/NOPE", HttpStatusCode.NotFound)]
    public async Task Find_BadInput_IsAProblem(string path, HttpStatusCode expected) => Assert.Equal(expected, (await api.GetAsync(path)).Status);
}
