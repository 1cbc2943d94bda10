using AraWeb.Formatting;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>The line that says what the page is about: symbol, name, kind, currency, price, change, time and source.</summary>
public sealed partial class SubjectHead(TimeProvider time)
{
    /// <summary>What to name.</summary>
    [Parameter]
    [EditorRequired]
    public required PredictionsSubject Subject { get; set; }

    private bool IsOld => DataAge.IsOld(Subject.Quote.AsOf, Subject.Timeframe, time.GetUtcNow());

    private string Words => string.Join(" · ", new[]
    {
        InstrumentOptions.NameOf(Subject.Instrument),
        TimeframeText.Kind(Subject.Instrument.AssetClass),
        Subject.Instrument.Currency,
    }.Where(word => word.Length > 0));

    private string? Direction => Subject.Quote.Change switch { > 0 => "up", < 0 => "down", _ => null };

    private string Arrow => Subject.Quote.Change switch { > 0 => "▲", < 0 => "▼", _ => string.Empty };
}
