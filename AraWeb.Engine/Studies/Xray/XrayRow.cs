using AraWeb.Engine.Features;

namespace AraWeb.Engine.Studies.Xray;

/// <summary>What the X-ray found of one line.</summary>
/// <param name="Column">The line.</param>
/// <param name="Known">Rows with a value.</param>
/// <param name="Rows">Rows examined.</param>
/// <param name="Faults">What is wrong, in words; empty when the line is sound.</param>
public sealed record XrayRow(FeatureColumn Column, int Known, int Rows, IReadOnlyList<string> Faults)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsSound => Faults.Count == 0;
}
