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
        // For answers without a body only: the API's problem details stay as they are.
        app.UseStatusCodePagesWithReExecute(AppUrls.NotFound, createScopeForStatusCodePages: true);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
