using AraWeb.Components.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;

namespace AraWeb.Components.Layout;

/// <summary>
/// Catches what a page let through, so that the frame stays and the reader can go elsewhere. Shows the trace id; the next address starts afresh. Errors that a
/// panel expects are that panel's business.
/// </summary>
public sealed class PageErrors : ErrorBoundaryBase, IDisposable
{
    private ViewError? _error;

    [Inject]
    internal ErrorReporter Reporter { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    /// <inheritdoc/>
    protected override Task OnErrorAsync(Exception exception)
    {
        _error = Reporter.Report(exception);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (CurrentException is null || _error is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenElement(1, "div");
        builder.AddAttribute(2, "class", "page-notice");
        builder.OpenElement(3, "h1");
        builder.AddContent(4, "This page failed");
        builder.CloseElement();
        builder.OpenComponent<ErrorNotice>(5);
        builder.AddComponentParameter(6, nameof(ErrorNotice.Error), _error);
        builder.AddComponentParameter(7, nameof(ErrorNotice.OnRetry), EventCallback.Factory.Create(this, Recover));
        builder.CloseComponent();
        builder.CloseElement();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => Recover();
}
