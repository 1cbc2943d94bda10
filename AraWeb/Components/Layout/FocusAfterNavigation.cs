using Microsoft.AspNetCore.Components.Routing;

namespace AraWeb.Components.Layout;

/// <summary>
/// Moves the focus to the heading when a reader has gone to another page, so that a screen reader begins there. Leaves the first page alone: there, the first
/// press of Tab has to reach the skip link.
/// </summary>
public sealed class FocusAfterNavigation : FocusOnNavigate
{
    private Type? _first;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        _first ??= RouteData!.PageType;
        if (_first == RouteData!.PageType)
        {
            return;
        }

        // From here on each change of page counts, the first page's own type included.
        _first = typeof(FocusAfterNavigation);
        base.OnParametersSet();
    }
}
