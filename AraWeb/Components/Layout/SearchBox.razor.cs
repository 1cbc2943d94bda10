using AraWeb.Components.Controls;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Layout;

/// <summary>The search field of the top bar: instruments lead to their forecast, pages to themselves.</summary>
public sealed partial class SearchBox(IBarStore bars, NavigationManager navigation) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private static PickerGroup? Pages(string text)
    {
        var pages = NavItem.All.Where(item => item.Name.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return pages.Count == 0 ? null : new PickerGroup("Pages", [.. pages.Select(page => new PickerOption(page.Url, page.Name, page.Purpose, null))]);
    }

    private async ValueTask<IReadOnlyList<PickerGroup>> FindAsync(string text)
    {
        var groups = InstrumentOptions.Groups(await bars.ListAsync(_gone.Token), text);
        return Pages(text) is { } pages ? [.. groups, pages] : groups;
    }

    private void Go(PickerOption option) => navigation.NavigateTo(
        option.Key.StartsWith('/') ? option.Key : AppUrls.PredictionsOf(Symbol.Parse(option.Key), timeframe: null, days: null, range: null));
}
