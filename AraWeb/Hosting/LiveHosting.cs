using AraWeb.Live;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AraWeb.Hosting;

/// <summary>The change feed.</summary>
internal static class LiveHosting
{
    /// <summary>Adds the feed.</summary>
    internal static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.TryAddSingleton<ILiveFeed, LiveFeed>();
        return services;
    }
}
