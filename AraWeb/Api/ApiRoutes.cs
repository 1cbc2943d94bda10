namespace AraWeb.Api;

/// <summary>All routes of the API, version 1. What an operation needs of a caller (accounts, keys) will be set here once for all.</summary>
internal static class ApiRoutes
{
    /// <summary>Where version 1 begins.</summary>
    public const string V1 = "/api/v1";

    /// <summary>True for paths whose failures are answered as problem details.</summary>
    public static bool Covers(PathString path) => Under(path, "/api") || Under(path, "/health");

    /// <summary>Maps every resource.</summary>
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(V1);
        api.MapPredict();
        api.MapRegime();
        api.MapSymbols();
        api.MapBars();
        api.MapIndicators();
        api.MapPatterns();
        api.MapForecasts();
        api.MapLedger();
        api.MapJobs();
        app.MapHealth();
        app.MapOtherMethods();
    }

    private static bool Under(PathString path, string root) => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase);
}
