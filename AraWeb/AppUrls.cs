using AraWeb.Engine.Core;

namespace AraWeb;

/// <summary>
/// Every address of the dashboard and how to build it. The address is the state of a page: reloading, sharing and going back lead to the same view.
/// Values that are the page's own default are left out, so that addresses stay short.
/// </summary>
internal static class AppUrls
{
    /// <summary>Overview.</summary>
    public const string Overview = "/";

    /// <summary>Predictions; a symbol may follow. Caught whole, since a symbol may hold a slash.</summary>
    public const string Predictions = "/predictions";

    /// <summary>Backtesting.</summary>
    public const string Backtesting = "/backtesting";

    /// <summary>Portfolio.</summary>
    public const string Portfolio = "/portfolio";

    /// <summary>Models.</summary>
    public const string Models = "/models";

    /// <summary>Market.</summary>
    public const string Market = "/market";

    /// <summary>Shown for an address that leads nowhere.</summary>
    public const string NotFound = "/not-found";

    /// <summary>The Predictions page of one instrument.</summary>
    /// <param name="symbol">Whose.</param>
    /// <param name="timeframe">Null for the page's default.</param>
    /// <param name="days">Farthest bar ahead; null for the page's default.</param>
    /// <param name="range">Code of the range shown; null for the page's default.</param>
    public static string PredictionsOf(Symbol symbol, Timeframe? timeframe, int? days, string? range)
    {
        var path = $"{Predictions}/{string.Join('/', symbol.Text.Split('/').Select(Uri.EscapeDataString))}";
        var query = new List<string>(3);
        if (timeframe is { } value)
        {
            query.Add($"tf={value.Code()}");
        }

        if (days is { } count)
        {
            query.Add($"days={count}");
        }

        if (range is not null)
        {
            query.Add($"range={Uri.EscapeDataString(range)}");
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }
}
