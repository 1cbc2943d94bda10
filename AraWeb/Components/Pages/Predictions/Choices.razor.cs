using AraWeb.Components.Controls;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>
/// Symbol, time frame, range and reach. Every choice is a link: the address is the page's state, and the chips work with keyboard, history and new tabs.
/// </summary>
public sealed partial class Choices(IBarStore bars, NavigationManager navigation) : IDisposable
{
    private static readonly int[] UsualReaches = [1, 5, 10, 20, 30];

    private readonly CancellationTokenSource _gone = new();

    /// <summary>What is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required PredictionsSubject Subject { get; set; }

    /// <summary>What the address asked for.</summary>
    [Parameter]
    [EditorRequired]
    public required PredictionsQuery Query { get; set; }

    private IEnumerable<int> Reaches => UsualReaches.Append(Query.Reach.Bars).Distinct().Order();

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private static string? Current(bool isCurrent) => isCurrent ? "true" : null;

    private async ValueTask<IReadOnlyList<PickerGroup>> FindAsync(string text) => InstrumentOptions.Groups(await bars.ListAsync(_gone.Token), text);

    // A range that the other time frame cannot show is left out.
    private ChartRange RangeFor(Timeframe timeframe) => Query.Range.Suits(timeframe) ? Query.Range : ChartRange.Fit;

    private string UrlOf(Timeframe timeframe, int reach, ChartRange range) => AppUrls.PredictionsOf(
        Subject.Instrument.Symbol,
        timeframe,
        reach == PredictionsQuery.DefaultReach ? null : reach,
        range == ChartRange.Fit ? null : range.Code);

    private async Task Choose(PickerOption option)
    {
        var instrument = await bars.FindAsync(Symbol.Parse(option.Key), _gone.Token);
        Timeframe? kept = instrument.Timeframes.Contains(Subject.Timeframe) ? Subject.Timeframe : null;
        navigation.NavigateTo(AppUrls.PredictionsOf(
            instrument.Symbol,
            kept,
            Query.Reach.Bars == PredictionsQuery.DefaultReach ? null : Query.Reach.Bars,
            Query.Range == ChartRange.Fit || (kept is { } timeframe && !Query.Range.Suits(timeframe)) ? null : Query.Range.Code));
    }
}
