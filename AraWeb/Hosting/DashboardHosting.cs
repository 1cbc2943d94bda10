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

    /// <summary>Answers failures and unknown addresses with a page. Comes before the API's own errors, which leave it only what they did not answer.</summary>
    internal static void UseDashboardErrors(this WebApplication app)
    {
        app.UseExceptionHandler(failed => failed.Run(ErrorPage.WriteAsync));
        app.UseStatusCodePagesWithReExecute(AppUrls.NotFound, createScopeForStatusCodePages: true);
    }

    /// <summary>Maps the pages and the static files they load.</summary>
    internal static void MapDashboard(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}
