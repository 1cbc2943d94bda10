using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Controls;

/// <summary>One of the icons of <see cref="IconPaths"/>. Decoration: the words beside it carry the meaning.</summary>
public sealed partial class Icon
{
    /// <summary>Which.</summary>
    [Parameter]
    [EditorRequired]
    public required string Name { get; set; }
}
