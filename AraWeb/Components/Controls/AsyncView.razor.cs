using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Controls;

/// <summary>
/// The four states of a panel: loading with a skeleton of the size of what comes, empty with the next step, error with retry, data. Loads nothing itself.
/// </summary>
/// <typeparam name="TValue">The data.</typeparam>
public sealed partial class AsyncView<TValue>
    where TValue : class
{
    /// <summary>Where the data stands.</summary>
    [Parameter]
    [EditorRequired]
    public required AsyncState<TValue> State { get; set; }

    /// <summary>What is shown, for the words "Loading ..." that a screen reader hears.</summary>
    [Parameter]
    [EditorRequired]
    public required string Subject { get; set; }

    /// <summary>The data's markup.</summary>
    [Parameter]
    [EditorRequired]
    public required RenderFragment<TValue> ChildContent { get; set; }

    /// <summary>Why there is nothing and what the next step is; for data that is never absent it can be left out.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Bones in the size of what comes; three lines where nothing is said.</summary>
    [Parameter]
    public RenderFragment? Skeleton { get; set; }

    /// <summary>Loads again after an error.</summary>
    [Parameter]
    public EventCallback OnRetry { get; set; }
}
