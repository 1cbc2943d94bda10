using System.Net;
using AraWeb.Engine.Core;

namespace AraWeb.Tests.Web.Api;

public sealed class ApiErrorsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/symbols")]
    [InlineData("/api")]
    [InlineData("/API/v1/nothing")]
    [InlineData("/health/odd")]
    public async Task Get_UnknownRoute_IsAProblem(string path)
    {
        var (status, problem) = await api.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("not-found", (string?)problem["code"]);
    }

    [Fact]
    public async Task Get_WrongMethod_IsAProblem()
    {
        var (status, problem) = await api.PostAsync("/api/v1/symbols", "{}");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, status);
        Assert.Equal("method-not-allowed", (string?)problem["code"]);
    }

    [Theory]
    [InlineData("GET", "/api/v1/predict", "POST")]
    [InlineData("PUT", "/api/v1/predict", "POST")]
    [InlineData("GET", "/api/v1/jobs/01a20304-9e2c-795b-bbba-635fd595a56e", "DELETE")]
    [InlineData("DELETE", "/api/v1/symbols", "GET")]
    [InlineData("POST", "/health/live", "GET")]
    public async Task Send_WrongMethod_Is405AndNamesTheRightOne(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using var response = await api.Server.Client.SendAsync(request);
        var problem = await ApiFixture.ReadAsync(response);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "method-not-allowed"), (response.StatusCode, (string?)problem["code"]));
        Assert.Contains(allowed, response.Content.Headers.Allow);
        Assert.DoesNotContain(method, response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Post_AsOfRefusedByTheEngine_NamesTheFieldAndItsText()
    {
        api.Predictor.Failure = new InputException("as-of", "2000-01-02 00:00:00Z", "Choose a later date.");
        try
        {
            var (status, problem) = await api.PostAsync("/api/v1/predict", """{"symbol": "AAPL", "asOf": "2000-01-01"}""");

            Assert.Equal(HttpStatusCode.BadRequest, status);
            Assert.Equal("asOf '2000-01-01' is not valid.", (string?)problem["detail"]);
            Assert.Equal("Choose a later date.", (string?)problem["errors"]!["asOf"]![0]);
        }
        finally
        {
            api.Predictor.Failure = null;
        }
    }

    [Fact]
    public async Task Post_DatabaseLocked_Is503WithAdvice()
    {
        var (status, problem) = await FailAsync(new StorageException("The database is locked.", "Close the other program."));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(("storage-failed", "Close the other program."), ((string?)problem["code"], (string?)problem["advice"]));
    }

    [Fact]
    public async Task Post_SourceUnreadable_Is503()
    {
        var (status, problem) = await FailAsync(new DataProviderException("The folder is gone.", "Choose another."));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("data-unavailable", (string?)problem["code"]);
    }

    [Fact]
    public async Task Post_ModelFails_Is422()
    {
        var (status, problem) = await FailAsync(new ModelException("It does not converge.", "Use more data."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("model-failed", (string?)problem["code"]);
    }

    [Fact]
    public async Task Post_UnexpectedFault_Is500WithoutTheInside()
    {
        var (status, problem) = await FailAsync(new InvalidOperationException("secret detail"));

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal("unexpected", (string?)problem["code"]);
        Assert.NotEmpty((string)problem["traceId"]!);
        Assert.DoesNotContain("secret", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", problem.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode Body)> FailAsync(Exception failure)
    {
        api.Predictor.Failure = failure;
        try
        {
            return await api.PostAsync("/api/v1/predict", """{"symbol": "AAPL"}""");
        }
        finally
        {
            api.Predictor.Failure = null;
        }
    }
}
