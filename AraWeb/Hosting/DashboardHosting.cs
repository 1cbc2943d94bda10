using AraWeb.Components;
using AraWeb.Components.Controls;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AraWeb.Hosting;

/// <summary>The Blazor dashboard: its services and its routes.</summary>
internal static class DashboardHosting
{
    /// <summary>Adds what the pages need.</summary>
    internal static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.TryAddSingleton<ErrorReporter>();
        return services;
    }

    /// <summary>Maps the pages and the static files they load.</summary>
    internal static void MapDashboard(this WebApplication app)
    {
        // Readers get a page; scripts and the API keep their bare status or problem details.
        app.UseWhen(
            context => context.Request.Headers.Accept.Any(value => value is not null && value.Contains("text/html", StringComparison.OrdinalIgnoreCase)),
            readers => readers.UseStatusCodePagesWithReExecute(AppUrls.NotFound, createScopeForStatusCodePages: true));
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
