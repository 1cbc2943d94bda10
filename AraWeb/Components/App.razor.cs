using Microsoft.AspNetCore.Components;

namespace AraWeb.Components;

/// <summary>
/// The document around the dashboard. Pages with a chart have its library and modules on their way before the circuit stands; others do not load them.
/// </summary>
public sealed partial class App
{
    [CascadingParameter]
    private HttpContext? Context { get; set; }

    private bool HasChart => Context?.Request.Path.StartsWithSegments(AppUrls.Predictions, StringComparison.OrdinalIgnoreCase) == true;
}
