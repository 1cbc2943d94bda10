using System.Net;
using AraWeb.Engine.Core;

namespace AraWeb.Tests.Web.Api;

public sealed class HealthApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Live_Running_IsOk() => Assert.Equal("live", (string?)(await api.GetAsync("/health/live")).Body["status"]);

    [Fact]
    public async Task Ready_DatabaseReadable_IsOk() => Assert.Equal("ready", (string?)(await api.GetAsync("/health/ready")).Body["status"]);

    [Fact]
    public async Task Ready_DatabaseBroken_Is503()
    {
        api.Bars.Failure = new StorageException("The database is gone.", "Restore it.");
        try
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await api.GetAsync("/health/ready")).Status);
        }
        finally
        {
            api.Bars.Failure = null;
        }
    }
}
