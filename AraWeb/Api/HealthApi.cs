using AraWeb.Api.Contracts;
using AraWeb.Engine.Providers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AraWeb.Api;

/// <summary>For whoever watches the process: is it there, and can it answer.</summary>
internal static class HealthApi
{
    /// <summary>Maps the routes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Health");
        ApiOperation.Describe(health.MapGet("/live", Live), "live", "Tells that the process runs.", "The process runs.");
        ApiOperation.Describe(health.MapGet("/ready", ReadyAsync), "ready", "Tells that the database can be read.", "Requests can be answered.", 503);
    }

    private static Ok<HealthResponse> Live() => TypedResults.Ok(new HealthResponse("live"));

    private static async Task<Ok<HealthResponse>> ReadyAsync(IBarStore bars, CancellationToken cancellationToken)
    {
        await bars.ListAsync(cancellationToken);
        return TypedResults.Ok(new HealthResponse("ready"));
    }
}
