using System.Net;
using System.Text.Json.Nodes;

namespace AraWeb.Tests.Web.Api;

public sealed class ApiDocumentTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Document_EveryOperation_HasNameSummaryTagAndDescribedResponses()
    {
        var operations = await OperationsAsync();

        Assert.Equal(17, operations.Count);
        Assert.Equal(operations.Count, operations.Select(o => (string?)o.Operation["operationId"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(operations, o =>
        {
            Assert.False(string.IsNullOrEmpty((string?)o.Operation["operationId"]), o.Path);
            Assert.False(string.IsNullOrEmpty((string?)o.Operation["summary"]), o.Path);
            Assert.NotEmpty(o.Operation["tags"]!.AsArray());
            Assert.All(o.Operation["responses"]!.AsObject(), r => Assert.True(((string?)r.Value!["description"])?.Length > 8, $"{o.Path} {r.Key}"));
        });
    }

    [Fact]
    public async Task Document_EveryParameter_IsDescribed()
    {
        var parameters = (await OperationsAsync()).SelectMany(o => o.Operation["parameters"]?.AsArray().Select(p => (o.Path, Parameter: p!)) ?? []).ToList();

        Assert.NotEmpty(parameters);
        Assert.All(parameters, p => Assert.False(string.IsNullOrEmpty((string?)p.Parameter["description"]), $"{p.Path} {p.Parameter["name"]}"));
    }

    [Fact]
    public async Task Document_Schemas_DescribeTheirProperties()
    {
        var document = (await api.GetAsync("/openapi/v1.json")).Body;

        var day = document["components"]!["schemas"]!["ForecastDayContract"]!["properties"]!.AsObject();
        Assert.Equal("number", (string?)day["medianPrice"]!["type"]);
        Assert.All(day, property => Assert.Contains("escription", property.Value!.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task SwaggerPage_PolicyInForce_HasNoInlineScript()
    {
        using var response = await api.Server.Client.GetAsync(new Uri("/swagger/index.html", UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("script-src 'self';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        Assert.NotEmpty(page.Scripts);
        Assert.All(page.Scripts, script => Assert.False(string.IsNullOrEmpty(script.Source), script.OuterHtml));
    }

    private async Task<List<(string Path, JsonNode Operation)>> OperationsAsync()
    {
        var (status, document) = await api.GetAsync("/openapi/v1.json");
        Assert.Equal(HttpStatusCode.OK, status);
        return [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(o => ($"{o.Key} {path.Key}", o.Value!)))];
    }
}
