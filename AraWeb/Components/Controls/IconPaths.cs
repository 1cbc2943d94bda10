namespace AraWeb.Components.Controls;

/// <summary>The outlines of the icons, drawn on 16 by 16 with a 1.5 pixel line in the text's colour. Icons only ever stand beside or behind words.</summary>
internal static class IconPaths
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["overview"] = "M2.5 2.5h4.5v6H2.5zM9 2.5h4.5v3H9zM9 7.5h4.5v6H9zM2.5 10.5h4.5v3H2.5z",
        ["predictions"] = "M1.5 11 4.5 7l2.5 2 1-1M8 8l6.5-5M8 8l6.5-1M8 8l6.5 3.5",
        ["backtesting"] = "M2.5 8a5.5 5.5 0 1 0 1.8-4.1M2.5 2.5v3h3M8 5v3.2l2.2 1.3",
        ["portfolio"] = "M7 2.6A5.5 5.5 0 1 0 13.4 9H7zM9.5 1.8A5 5 0 0 1 14.2 6.5H9.5z",
        ["models"] = "M8 1.8 14.2 5 8 8.2 1.8 5zM1.8 8 8 11.2 14.2 8M1.8 11 8 14.2l6.2-3.2",
        ["market"] = "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM2 8h12M8 2c2 1.7 2.6 3.7 2.6 6S10 12.3 8 14C6 12.3 5.4 10.3 5.4 8S6 3.7 8 2z",
        ["search"] = "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3 14 14",
        ["more"] = "M3.5 8h.01M8 8h.01M12.5 8h.01",
        ["copy"] = "M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1",
        ["arrow"] = "M3 8h10M9 4l4 4-4 4",
        ["reset"] = "M2.5 6V2.5M2.5 6H6M2.8 6a5.5 5.5 0 1 1-.3 3",
    };

    /// <summary>The outline called <paramref name="name"/>.</summary>
    public static string Of(string name) => Paths[name];
}
