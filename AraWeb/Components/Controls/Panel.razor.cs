using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Controls;

/// <summary>A titled part of a page with its as-of time and its tools.</summary>
public sealed partial class Panel
{
    private readonly string _titleId = ElementId.Next("panel");

    /// <summary>Its heading.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>From when the data is, or another word that belongs beside the heading.</summary>
    [Parameter]
    public string? AsOf { get; set; }

    /// <summary>Buttons and menus at the right end of the head.</summary>
    [Parameter]
    public RenderFragment? Tools { get; set; }

    /// <summary>The content.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>Column classes of the grid.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <summary>True for content that reaches the edges, such as a table.</summary>
    [Parameter]
    public bool Flush { get; set; }
}
