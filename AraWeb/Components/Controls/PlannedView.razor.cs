using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Controls;

/// <summary>A view that is not built yet: says what will come there, outlines it, and leads to what works. Shows no number.</summary>
public sealed partial class PlannedView
{
    /// <summary>The view's name.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>What will come, two or three sentences.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>Its panels.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<PlannedPart> Parts { get; set; }
}
