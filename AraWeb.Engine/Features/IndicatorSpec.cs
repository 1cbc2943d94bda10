using System.Collections.Immutable;

namespace AraWeb.Engine.Features;

/// <summary>What the catalogue says of an indicator.</summary>
/// <param name="Id">Lower-case identifier, unique, for example <c>rsi</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Family">Its group.</param>
/// <param name="Summary">One sentence: what it measures.</param>
/// <param name="Source">Where the formula comes from, with the convention that is followed where sources differ.</param>
/// <param name="Parameters">What can be set, in the order of the usual notation.</param>
/// <param name="Outputs">Its lines, in the order in which they are built.</param>
public sealed record IndicatorSpec(
    string Id,
    string Name,
    IndicatorFamily Family,
    string Summary,
    string Source,
    ImmutableArray<IndicatorParameter> Parameters,
    ImmutableArray<IndicatorOutput> Outputs);
