using AraWeb.Engine.Evaluation;
using AraWeb.Formatting;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>Promised and realised shares of one horizon.</summary>
public sealed partial class CoverageTable
{
    /// <summary>Which horizon.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>Outcomes behind the shares.</summary>
    [Parameter]
    [EditorRequired]
    public required int Count { get; set; }

    /// <summary>The bands.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<CoverageLine> Lines { get; set; }

    private static string Text(IntervalEstimate? interval) => interval is { } range
        ? $"{NumberText.Fixed(range.Lower * 100, 1)} to {NumberText.Fixed(range.Upper * 100, 1)}"
        : NumberText.Unknown;
}
