using AraWeb.Engine.Core;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>What the address of the page asks for. Nothing is looked up here: whether the symbol or its time frame exists is the model's business.</summary>
/// <param name="Symbol">Whose forecast; null for the page's own choice.</param>
/// <param name="Timeframe">The span of a bar; null for the page's own choice.</param>
/// <param name="Reach">How far the forecast looks.</param>
/// <param name="Range">The stretch of time in view.</param>
public sealed record PredictionsQuery(Symbol? Symbol, Timeframe? Timeframe, Horizon Reach, ChartRange Range)
{
    /// <summary>Bars ahead where the address says nothing.</summary>
    public const int DefaultReach = Horizon.Max;

    /// <summary>Reads the parts of an address.</summary>
    /// <exception cref="InputException">A part is there and makes no sense; the message names it.</exception>
    public static PredictionsQuery Parse(string? symbol, string? timeframe, string? days, string? range) => new(
        string.IsNullOrWhiteSpace(symbol) ? null : Engine.Core.Symbol.Parse(symbol),
        string.IsNullOrWhiteSpace(timeframe) ? null : Timeframes.Parse(timeframe),
        new Horizon(Days(days)),
        ChartRange.Parse(range));

    private static int Days(string? text) => string.IsNullOrWhiteSpace(text)
        ? DefaultReach
        : int.TryParse(text, out var days) ? days : throw new InputException("days", text, $"Use a whole number from {Horizon.Min} to {Horizon.Max}.");
}
