using AraWeb.Components.Controls;
using AraWeb.Engine.Core;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>Says that the address asks for something that is not there, and offers what is near.</summary>
public sealed partial class UnknownSymbol
{
    /// <summary>What was asked for; null where the address makes no sense.</summary>
    [Parameter]
    public Symbol? Asked { get; set; }

    /// <summary>What is wrong.</summary>
    [Parameter]
    [EditorRequired]
    public required ViewError Error { get; set; }

    /// <summary>Symbols that look like the one asked for.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<Instrument> NearMatches { get; set; }

    // The symbol is there and its time frame is not.
    private bool IsThere => NearMatches.Any(instrument => instrument.Symbol == Asked);

    private string Title => Error.Code != "unknown-symbol" ? "This address makes no sense"
        : IsThere ? $"No such bars of {Asked}"
        : "No such symbol";
}
