using AraWeb.Components.Controls;
using AraWeb.Engine.Core;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>Says that the address asks for something that is not there, and offers what is near.</summary>
public sealed partial class UnknownSymbol
{
    /// <summary>What is wrong.</summary>
    [Parameter]
    [EditorRequired]
    public required ViewError Error { get; set; }

    /// <summary>Symbols that look like the one asked for.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<Instrument> NearMatches { get; set; }
}
