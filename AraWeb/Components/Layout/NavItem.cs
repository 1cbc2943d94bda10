namespace AraWeb.Components.Layout;

/// <summary>One view in the navigation and in the search box.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="ShortName">Its name where there is little room.</param>
/// <param name="Icon">Name of its icon.</param>
/// <param name="Purpose">What a reader finds there, a few words.</param>
internal sealed record NavItem(string Url, string Name, string ShortName, string Icon, string Purpose)
{
    /// <summary>The six views, in the order of the navigation.</summary>
    public static IReadOnlyList<NavItem> All { get; } =
    [
        new(AppUrls.Overview, "Overview", "Overview", "overview", "Calls of all instruments at a glance"),
        new(AppUrls.Predictions, "Predictions", "Predict", "predictions", "Forecast of one instrument"),
        new(AppUrls.Backtesting, "Backtesting", "Backtest", "backtesting", "How a method would have done"),
        new(AppUrls.Portfolio, "Portfolio", "Portfolio", "portfolio", "Holdings, risk and weights"),
        new(AppUrls.Models, "Models", "Models", "models", "Which models earn their place"),
        new(AppUrls.Market, "Market", "Market", "market", "Regimes and what moves together"),
    ];

    /// <summary>True when <paramref name="path"/> (relative to the base address, with or without query) lies in this view.</summary>
    public bool Contains(string path)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        var plain = (end < 0 ? path : path[..end]).Trim('/');
        var own = Url.Trim('/');
        return own.Length == 0
            ? plain.Length == 0
            : plain.Equals(own, StringComparison.OrdinalIgnoreCase) || plain.StartsWith(own + "/", StringComparison.OrdinalIgnoreCase);
    }
}
