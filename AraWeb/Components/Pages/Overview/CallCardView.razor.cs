using AraWeb.Components.Controls;
using AraWeb.Components.Pages.Predictions;
using AraWeb.Engine.Prediction;
using AraWeb.Formatting;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Overview;

/// <summary>One instrument at a glance: price, line with band, next bar's range and odds. The symbol leads to the whole forecast.</summary>
public sealed partial class CallCardView(TimeProvider time)
{
    private readonly string _titleId = ElementId.Next("card");

    /// <summary>What to show.</summary>
    [Parameter]
    [EditorRequired]
    public required CallCard Card { get; set; }

    private bool IsOld => Card.Quote is { } quote && DataAge.IsOld(quote.AsOf, Card.Timeframe, time.GetUtcNow());

    private string AsOf => Card.Quote is not { } quote
        ? $"as of {NumberText.Unknown}"
        : $"{(IsOld ? "old data · " : null)}as of {TimeText.Stamp(quote.AsOf, Card.Instrument.AssetClass)}";

    private string Next => $"Next {TimeframeText.Ahead(1, Card.Timeframe)[2..]}";

    private string Price(PredictionResult forecast, double logReturn) => Card.Prices.Text(HorizonForecast.Price(forecast.LastClose, logReturn));
}
