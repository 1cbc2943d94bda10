using System.Net;
using System.Net.Http.Headers;
using AraWeb.Engine.Core;

namespace AraWeb.Tests.Web.Api;

public sealed class MarketDataApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("", "AAPL,BTCUSD,EUR/USD", 3)]
    [InlineData("?limit=1", "AAPL", 3)]
    [InlineData("?q=bit", "BTCUSD", 1)]
    [InlineData("?q=usd&class=FOREX", "EUR/USD", 1)]
    [InlineData("?q=nothing", "", 0)]
    public async Task Symbols_Filters_FindByNameAndClass(string query, string expected, int total)
    {
        var (status, body) = await api.GetAsync("/api/v1/symbols" + query);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(expected, string.Join(',', body["items"]!.AsArray().Select(item => (string?)item!["symbol"])));
        Assert.Equal(total, (int?)body["total"]);
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=1001", "limit")]
    [InlineData("?class=7", "class")]
    [InlineData("?class=bond", "class")]
    public async Task Symbols_BadFilter_NamesIt(string query, string wrong)
    {
        var (status, problem) = await api.GetAsync("/api/v1/symbols" + query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(wrong, problem["errors"]!.AsObject().Single().Key);
    }

    [Fact]
    public async Task Symbols_LimitNotANumber_IsAProblem()
    {
        var (status, problem) = await api.GetAsync("/api/v1/symbols?limit=many");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("limit", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AAPL?last=3", 107, 3)]
    [InlineData("aapl", 100, 10)]
    [InlineData("AAPL?from=2024-01-10&to=2024-01-12", 102, 3)]
    [InlineData("AAPL?to=2024-01-12&last=2", 103, 2)]
    [InlineData("AAPL?from=2024-01-10T00:00:00Z&to=2024-01-12T00:00:00Z", 102, 2)]
    [InlineData("EUR%2FUSD", 100, 2)]
    public async Task Bars_Span_IsCutOut(string query, double firstClose, int count)
    {
        var (status, body) = await api.GetAsync("/api/v1/bars/" + query);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(firstClose, (double?)body["close"]![0]);
        Assert.All(["times", "open", "high", "low", "close", "volume"], column => Assert.Equal(count, body[column]!.AsArray().Count));
    }

    [Fact]
    public async Task Bars_Known_HaveStampsInMillisecondsAndAnAsOf()
    {
        var (_, body) = await api.GetAsync("/api/v1/bars/AAPL?last=1");

        Assert.Equal(new DateTimeOffset(2024, 1, 17, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), (long?)body["times"]![0]);
        Assert.Equal("2024-01-17T21:00:00+00:00", (string?)body["asOf"]);
        Assert.False((bool?)body["simulated"]);
    }

    [Fact]
    public async Task Bars_NoneInTheSpan_IsEmpty()
    {
        var (status, body) = await api.GetAsync("/api/v1/bars/AAPL?from=2025-01-01");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(body["times"]!.AsArray());
        Assert.Null(body["asOf"]);
    }

    [Theory]
    [InlineData("NOPE", 404, "unknown-symbol")]
    [InlineData("AAPL?timeframe=1h", 404, "unknown-symbol")]
    [InlineData("AAPL?timeframe=daily", 400, "invalid-input")]
    [InlineData("AAPL?last=0", 400, "invalid-input")]
    [InlineData("AAPL?last=50001", 400, "invalid-input")]
    [InlineData("AAPL?from=yesterday", 400, "invalid-input")]
    [InlineData("AAPL?to=2024-01-12T00:00:00", 400, "invalid-input")]
    [InlineData("A%20B", 400, "invalid-input")]
    public async Task Bars_BadInput_IsAProblem(string query, int status, string code)
    {
        var (actual, problem) = await api.GetAsync("/api/v1/bars/" + query);

        Assert.Equal((HttpStatusCode)status, actual);
        Assert.Equal(code, (string?)problem["code"]);
    }

    [Fact]
    public async Task Bars_SameTagAgain_Is304UntilTheBarsChange()
    {
        api.Bars.Add("LIVE", AssetClass.Crypto, new DateOnly(2024, 1, 1), 5);
        var tag = (await SendAsync(tag: null)).Tag;
        Assert.False(tag!.IsWeak);

        Assert.Equal((HttpStatusCode.NotModified, tag), await SendAsync(tag));

        api.Bars.Add("LIVE", AssetClass.Crypto, new DateOnly(2024, 1, 1), 6);
        var (status, newer) = await SendAsync(tag);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEqual(tag, newer);
    }

    [Fact]
    public async Task Bars_CompressionAccepted_IsCompressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/bars/BTCUSD");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));

        using var response = await api.Server.Client.SendAsync(request);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
    }

    private async Task<(HttpStatusCode Status, EntityTagHeaderValue? Tag)> SendAsync(EntityTagHeaderValue? tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/bars/LIVE");
        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        using var response = await api.Server.Client.SendAsync(request);
        return (response.StatusCode, response.Headers.ETag);
    }
}
