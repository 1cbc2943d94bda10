using System.Net;

namespace AraWeb.Tests.Web.Api;

public sealed class PredictApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Path = "/api/v1/predict";

    [Fact]
    public async Task Predict_SymbolOnly_FiveTradingDays()
    {
        var (status, body) = await api.PostAsync(Path, """{"symbol": "aapl"}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("AAPL", (string?)body["symbol"]);
        Assert.Equal("stock", (string?)body["assetClass"]);
        Assert.Equal("1d", (string?)body["timeframe"]);
        Assert.Equal(109.0, (double?)body["lastPrice"]);
        Assert.True((bool?)body["frozen"]);

        // The tenth bar falls on Wednesday 2024-01-17; the five sessions after it skip a weekend.
        Assert.Equal("2024-01-18 2024-01-19 2024-01-22 2024-01-23 2024-01-24", string.Join(' ', body["days"]!.AsArray().Select(day => (string?)day!["date"])));
        Assert.Equal("2024-01-18T21:00:00+00:00", (string?)body["days"]![0]!["dueAt"]);
    }

    [Fact]
    public async Task Predict_Day_CarriesReturnsPricesAndBands()
    {
        var (_, body) = await api.PostAsync(Path, """{"symbol": "BTCUSD", "days": 4}""");

        var day = body["days"]![3]!;
        var upper = day["quantiles"]![8]!;
        Assert.Equal(0.975, (double?)upper["level"]);
        Assert.Equal(1.96 * 0.02, (double)upper["return"]!, 12);
        Assert.Equal(129 * Math.Exp(1.96 * 0.02), (double)upper["price"]!, 9);
        Assert.Equal([0.5, 0.8, 0.9, 0.95], day["bands"]!.AsArray().Select(band => (double)band!["probability"]!));
        Assert.Equal((double)upper["price"]!, (double)day["bands"]![3]!["upper"]!, 12);
        Assert.Equal(129.0, (double)day["medianPrice"]!, 9);
    }

    [Fact]
    public async Task Predict_UnknownShares_AreNull()
    {
        var (_, body) = await api.PostAsync(Path, """{"symbol": "AAPL", "days": 1}""");

        var calibration = body["days"]![0]!["calibration"]!.AsObject();
        Assert.Equal(0, (int?)calibration["n"]);
        Assert.True(calibration.ContainsKey("coverage90"));
        Assert.Null(calibration["coverage90"]);
    }

    [Fact]
    public async Task Predict_AsOfDate_CountsTheBarOfThatDay()
    {
        var (status, body) = await api.PostAsync(Path, """{"symbol": "AAPL", "asOf": "2024-01-12"}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(104.0, (double?)body["lastPrice"]);
        Assert.False((bool?)body["frozen"]);
    }

    [Theory]
    [InlineData("""{"symbol": "AAPL", "days": 0}""", 400, "invalid-input", "days")]
    [InlineData("""{"symbol": "AAPL", "days": 31}""", 400, "invalid-input", "days")]
    [InlineData("""{"symbol": "AA PL"}""", 400, "invalid-input", "symbol")]
    [InlineData("""{"days": 5}""", 400, "invalid-input", "symbol")]
    [InlineData("""{"symbol": ""}""", 400, "invalid-input", "symbol")]
    [InlineData("""{"symbol": "AAPL", "timeframe": "2d"}""", 400, "invalid-input", "timeframe")]
    [InlineData("""{"symbol": "AAPL", "asOf": "12.01.2024"}""", 400, "invalid-input", "asOf")]
    [InlineData("""{"symbol": "AAPL", "asOf": "2024-02-30"}""", 400, "invalid-input", "asOf")]
    [InlineData("""{"symbol": "AAPL", "asOf": "2999-01-01"}""", 400, "invalid-input", "asOf")]
    [InlineData("""{"symbol": "AAPL", "asOf": "9999-12-31"}""", 400, "invalid-input", "asOf")]
    [InlineData("""{"symbol": "NOPE"}""", 404, "unknown-symbol", null)]
    [InlineData("""{"symbol": "AAPL", "timeframe": "1h"}""", 404, "unknown-symbol", null)]
    [InlineData("""{"symbol": "EUR/USD"}""", 422, "insufficient-data", null)]
    [InlineData("""{"symbol": "AAPL", "days": "five"}""", 400, "invalid-request", null)]
    [InlineData("""{"symbol": "AAPL", "days": 1e99}""", 400, "invalid-request", null)]
    [InlineData("""{"symbol": "AAPL",""", 400, "invalid-request", null)]
    [InlineData("""["AAPL"]""", 400, "invalid-request", null)]
    [InlineData("null", 400, "invalid-request", null)]
    [InlineData("", 400, "invalid-request", null)]
    public async Task Predict_BadInput_IsAProblemThatSaysWhatToDo(string body, int status, string code, string? wrong)
    {
        var (actual, problem) = await api.PostAsync(Path, body);

        Assert.Equal((HttpStatusCode)status, actual);
        Assert.Equal(status, (int?)problem["status"]);
        Assert.Equal(code, (string?)problem["code"]);
        Assert.NotEmpty((string)problem["detail"]!);
        Assert.NotEmpty((string)problem["advice"]!);
        Assert.NotEmpty((string)problem["traceId"]!);
        Assert.Equal(wrong, problem["errors"]?.AsObject().Single().Key);
        Assert.DoesNotContain("AraWeb.", problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_BodyOfTwoMegabytes_Is413()
    {
        var (status, problem) = await api.PostAsync(Path, $$"""{"symbol": "{{new string('A', 2 << 20)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Equal("too-large", (string?)problem["code"]);
    }

    [Fact]
    public async Task Predict_NotJson_Is415()
    {
        var (status, problem) = await api.PostAsync(Path, "symbol=AAPL", "application/x-www-form-urlencoded");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        Assert.Equal("unsupported-media-type", (string?)problem["code"]);
    }
}
