using System.Net;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;

namespace AraWeb.Tests.Web.Api;

public sealed class ForecastsApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly DateTimeOffset Issued = new(2024, 1, 17, 21, 0, 5, TimeSpan.Zero);

    [Fact]
    public async Task Forecasts_Frozen_ComeWithTheirOutcomes()
    {
        var returns = new Quantiles([-0.04, -0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03, 0.04]);
        api.Ledger.Entries.Add(new ForecastEntry(
            Guid.CreateVersion7(Issued),
            Symbol.Parse("AAPL"),
            Timeframe.OneDay,
            Issued,
            new DateTimeOffset(2024, 1, 17, 0, 0, 0, TimeSpan.Zero),
            109,
            new Provenance("csv", IsSimulated: false, Issued, 10, "fake 1", "00", ["EWMA instead of log-HAR"]),
            [
                new FrozenHorizon(1, Issued.AddDays(1), returns, 0.001, 0.52, new Outcome(OutcomeState.Resolved, Issued.AddDays(1), 110, 0.0091, 0.004)),
                new FrozenHorizon(
                    2, Issued.AddDays(2), returns, 0.002, 0.53, new Outcome(OutcomeState.Void, Issued.AddDays(9), double.NaN, double.NaN, double.NaN)),
                new FrozenHorizon(3, Issued.AddDays(5), returns, 0.003, 0.54, Outcome: null),
            ]));

        var (status, body) = await api.GetAsync("/api/v1/forecasts/aapl?limit=5");

        Assert.Equal(HttpStatusCode.OK, status);
        var entry = Assert.Single(body["items"]!.AsArray())!;
        Assert.Equal("EWMA instead of log-HAR", (string?)entry["provenance"]!["fallbacks"]![0]);
        Assert.Equal(("resolved", 110.0), ((string?)entry["days"]![0]!["outcome"]!["state"], (double?)entry["days"]![0]!["outcome"]!["price"]));
        Assert.Equal("void", (string?)entry["days"]![1]!["outcome"]!["state"]);
        Assert.Null(entry["days"]![1]!["outcome"]!["price"]);
        Assert.Null(entry["days"]![2]!["outcome"]);
        Assert.Equal(109 * Math.Exp(0.04), (double)entry["days"]![2]!["quantiles"]![8]!["price"]!, 9);
    }

    [Fact]
    public async Task Forecasts_NoneFrozen_IsAnEmptyList()
    {
        var (status, body) = await api.GetAsync("/api/v1/forecasts/BTCUSD");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(body["items"]!.AsArray());
    }

    [Fact]
    public async Task Coverage_NothingResolved_SharesAreNull()
    {
        api.Ledger.Coverage.Add(new CoverageRow(0, 0, double.NaN, double.NaN, double.NaN, double.NaN));

        var (status, body) = await api.GetAsync("/api/v1/forecasts/AAPL/coverage");

        Assert.Equal(HttpStatusCode.OK, status);
        var row = Assert.Single(body["rows"]!.AsArray())!.AsObject();
        Assert.Equal(0, (int?)row["n"]);
        Assert.True(row.ContainsKey("inside90"));
        Assert.Null(row["inside90"]);
    }

    [Theory]
    [InlineData("NOPE", 404)]
    [InlineData("NOPE/coverage", 404)]
    [InlineData("AAPL?limit=0", 400)]
    [InlineData("AAPL?limit=501", 400)]
    [InlineData("AAPL?timeframe=x", 400)]
    [InlineData("AAPL/coverage?timeframe=x", 400)]
    public async Task Forecasts_BadInput_IsAProblem(string query, int status) =>
        Assert.Equal((HttpStatusCode)status, (await api.GetAsync("/api/v1/forecasts/" + query)).Status);
}
