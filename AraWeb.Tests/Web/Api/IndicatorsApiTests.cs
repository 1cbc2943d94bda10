using System.Net;
using AraWeb.Engine.Features;

namespace AraWeb.Tests.Web.Api;

public sealed class IndicatorsApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Indicators_All_AreTheCatalogue()
    {
        var (status, body) = await api.GetAsync("/api/v1/indicators");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(IndicatorCatalog.All.Select(spec => spec.Id), body["items"]!.AsArray().Select(item => (string?)item!["id"]));
        var rsi = body["items"]!.AsArray().Single(item => (string?)item!["id"] == "rsi")!;
        var (output, parameter) = (rsi["outputs"]![0]!, rsi["parameters"]![0]!);
        Assert.Equal(("momentum", 15), ((string?)rsi["family"], (int?)rsi["warmup"]));
        Assert.Equal((0.0, 100.0), ((double?)output["minimum"], (double?)output["maximum"]));
        Assert.Equal(("period", 14.0, true), ((string?)parameter["name"], (double?)parameter["default"], (bool?)parameter["whole"]));
    }

    [Fact]
    public async Task Indicators_Family_IsFiltered()
    {
        var (_, body) = await api.GetAsync("/api/v1/indicators?family=Trend");
        Assert.All(body["items"]!.AsArray(), item => Assert.Equal("trend", (string?)item!["family"]));
        Assert.Equal(IndicatorCatalog.All.Count(spec => spec.Family == IndicatorFamily.Trend), (int?)body["total"]);
    }

    [Fact]
    public async Task Values_Parameters_AreUsedAndWarmUpIsNull()
    {
        // Closes are 100, 101, 102 ...: with a period of 2 the index is 100 as soon as it is known.
        var (status, body) = await api.GetAsync("/api/v1/indicators/rsi/AAPL?parameters=period=2&last=9");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            ["", "100", "100", "100", "100", "100", "100", "100", "100"],
            body["outputs"]!["rsi"]!.AsArray().Select(value => value?.ToString() ?? string.Empty));
        Assert.Equal((2.0, "2024-01-17T21:00:00+00:00"), ((double?)body["parameters"]!["period"], (string?)body["asOf"]));
        Assert.Equal(9, body["times"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("/api/v1/indicators?family=bonds", HttpStatusCode.BadRequest, "family")]
    [InlineData("/api/v1/indicators/nope/AAPL", HttpStatusCode.BadRequest, "indicator")]
    [InlineData("/api/v1/indicators/rsi/AAPL?parameters=period=0", HttpStatusCode.BadRequest, "period")]
    [InlineData("/api/v1/indicators/rsi/AAPL?parameters=length=5", HttpStatusCode.BadRequest, "parameter")]
    [InlineData("/api/v1/indicators/rsi/AAPL?parameters=period", HttpStatusCode.BadRequest, "parameters")]
    [InlineData("/api/v1/indicators/rsi/AAPL?last=0", HttpStatusCode.BadRequest, "last")]
    public async Task Indicators_BadInput_NamesIt(string path, HttpStatusCode expected, string wrong)
    {
        var (status, problem) = await api.GetAsync(path);
        Assert.Equal(expected, status);
        Assert.Equal(wrong, problem["errors"]!.AsObject().Single().Key);
    }

    [Fact]
    public async Task Values_UnknownSymbol_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync("/api/v1/indicators/rsi/NOPE")).Status);
}
