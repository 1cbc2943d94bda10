using AraWeb.Components;
using Radzen;

namespace AraWeb.Hosting;

/// <summary>The Blazor dashboard: its services and its routes.</summary>
internal static class DashboardHosting
{
    /// <summary>Adds what the pages need.</summary>
    internal static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        return services;
    }

    /// <summary>Maps the pages and the static files they load.</summary>
    internal static void MapDashboard(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
