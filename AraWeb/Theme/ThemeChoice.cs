namespace AraWeb.Theme;

/// <summary>A theme that a reader can choose. The colours stand in wwwroot/css/theme.css, the choice is kept by wwwroot/js/theme.js in the browser.</summary>
/// <param name="Code">What the browser stores.</param>
/// <param name="Name">What the reader sees.</param>
internal sealed record ThemeChoice(string Code, string Name)
{
    /// <summary>All choices; the first one is the default.</summary>
    public static IReadOnlyList<ThemeChoice> All { get; } =
    [
        new("system", "System"),
        new("light", "Light"),
        new("dark", "Dark"),
        new("contrast", "Contrast"),
    ];
}
