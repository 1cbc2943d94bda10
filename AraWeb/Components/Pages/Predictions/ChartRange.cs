using AraWeb.Engine.Core;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>A stretch of time that the chart can show.</summary>
/// <param name="Code">Its name in the address and on its chip; chart.js knows the same codes.</param>
/// <param name="Purpose">What it shows, in words.</param>
/// <param name="Span">Its length; null where it depends on the data.</param>
public sealed record ChartRange(string Code, string Purpose, TimeSpan? Span)
{
    /// <summary>The forecast with as much past as keeps it large: where the page starts.</summary>
    public static ChartRange Fit { get; } = new("Fit", "The forecast and the bars before it", null);

    /// <summary>All ranges, shortest first.</summary>
    public static IReadOnlyList<ChartRange> All { get; } =
    [
        Fit,
        new("1D", "One day", TimeSpan.FromDays(1)),
        new("1W", "One week", TimeSpan.FromDays(7)),
        new("1M", "One month", TimeSpan.FromDays(31)),
        new("3M", "Three months", TimeSpan.FromDays(92)),
        new("6M", "Six months", TimeSpan.FromDays(183)),
        new("YTD", "This year so far", null),
        new("1Y", "One year", TimeSpan.FromDays(366)),
        new("5Y", "Five years", TimeSpan.FromDays(1827)),
        new("Max", "All bars", null),
    ];

    // Below, a chart has too few candles to be worth a look; above, chart.js does not fetch that many bars.
    private const int FewestBars = 5;
    private const int MostBars = 50_000;

    /// <summary>Finds a range by its code; the starting range for none.</summary>
    /// <exception cref="InputException">No range has this code.</exception>
    public static ChartRange Parse(string? code) => string.IsNullOrWhiteSpace(code)
        ? Fit
        : All.FirstOrDefault(range => string.Equals(range.Code, code.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new InputException("range", code, $"Use one of {string.Join(", ", All.Select(range => range.Code))}.");

    /// <summary>False where bars of this span would fill the range with next to nothing, or with more than the chart takes.</summary>
    public bool Suits(Timeframe timeframe) => Span is not { } span || span / timeframe.Length() is >= FewestBars and <= MostBars;
}
