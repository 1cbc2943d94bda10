using System.Net;
using AraWeb.Engine.Jobs;
using AraWeb.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace AraWeb.Tests.Web.Api;

public sealed class JobsApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Jobs_QueuedRun_IsListedAndCanBeCancelled()
    {
        var queued = await api.Server.Services.GetRequiredService<JobBoard>().RunNowAsync("test-job", CancellationToken.None);

        var (status, body) = await api.GetAsync("/api/v1/jobs?limit=10");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(body["jobs"]!.AsArray(), job => string.Equals((string?)job!["name"], "test-job", StringComparison.Ordinal));
        var run = body["runs"]!.AsArray().Single(run => Guid.Parse((string)run!["id"]!) == queued.Id)!;
        Assert.Equal(("test-job", "queued"), ((string?)run["job"], (string?)run["state"]));

        using var cancelled = await api.Server.Client.DeleteAsync(new Uri($"/api/v1/jobs/{queued.Id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
    }

    [Fact]
    public async Task Jobs_ProgressUnknown_IsNull()
    {
        var run = new JobRun(Guid.CreateVersion7(), "test-job", "AAPL", JobState.Interrupted, double.NaN, "Stopped.", DateTimeOffset.UnixEpoch, null, null);
        await api.History.SaveAsync(run, CancellationToken.None);

        var (_, body) = await api.GetAsync("/api/v1/jobs");

        var found = body["runs"]!.AsArray().Single(node => Guid.Parse((string)node!["id"]!) == run.Id)!.AsObject();
        Assert.True(found.ContainsKey("progress"));
        Assert.Null(found["progress"]);
    }

    [Theory]
    [InlineData("/api/v1/jobs/0198a8c4-0000-7000-8000-000000000000", "unknown-run")]
    [InlineData("/api/v1/jobs/soon", "not-found")]
    public async Task Cancel_NoSuchRun_IsAProblem(string path, string code)
    {
        using var response = await api.Server.Client.DeleteAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(code, (string?)(await ApiFixture.ReadAsync(response))["code"]);
    }

    [Fact]
    public async Task Jobs_BadLimit_IsAProblem() => Assert.Equal(HttpStatusCode.BadRequest, (await api.GetAsync("/api/v1/jobs?limit=0")).Status);
}
