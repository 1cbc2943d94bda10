using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Controls;

/// <summary>An error in words: what happened, what to do, the trace id, and a button to try again where that can help.</summary>
public sealed partial class ErrorNotice
{
    /// <summary>What went wrong.</summary>
    [Parameter]
    [EditorRequired]
    public required ViewError Error { get; set; }

    /// <summary>Tries again; without it there is no button.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }
}
