using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Controls;

/// <summary>Lines that stand where a table or a text will be, so that the page does not jump when it comes.</summary>
public sealed partial class TableBones
{
    /// <summary>How many.</summary>
    [Parameter]
    [EditorRequired]
    public required int Rows { get; set; }
}
