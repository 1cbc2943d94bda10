using AraWeb.Api;
using Microsoft.AspNetCore.ResponseCompression;

namespace AraWeb.Hosting;

/// <summary>The REST API: JSON, errors, compression, its document and the page that shows it.</summary>
internal static class ApiHosting
{
    /// <summary>Adds what the API needs.</summary>
    internal static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", ApiDocument.Configure);
        services.AddResponseCompression(options => options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, ApiProblems.ContentType]);
        return services;
    }

    /// <summary>Adds errors and compression to the paths of the API.</summary>
    internal static void UseApi(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), branch => branch.UseResponseCompression());
        app.UseApiErrors();
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "swagger";
            options.DocumentTitle = "Ara API";
            options.SwaggerEndpoint(ApiDocument.Path, "Ara v1");
        });
    }

    /// <summary>Maps the API and its document.</summary>
    internal static void MapApi(this WebApplication app)
    {
        ApiRoutes.MapApi(app);
        app.MapOpenApi("/openapi/{documentName}.json");
    }
}
