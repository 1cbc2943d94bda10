using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>A node of a tree that is being grown.</summary>
/// <param name="index">Its number in the tree.</param>
/// <param name="depth">Questions on the way to it.</param>
/// <param name="start">Where its rows start.</param>
/// <param name="count">How many rows it has.</param>
/// <param name="sum">Sum of first and of second derivatives.</param>
internal sealed class GrowNode(int index, int depth, int start, int count, Vector128<double> sum)
{
    /// <summary>Its number in the tree.</summary>
    public int Index { get; } = index;

    /// <summary>Questions on the way to it.</summary>
    public int Depth { get; } = depth;

    /// <summary>Where its rows start.</summary>
    public int Start { get; } = start;

    /// <summary>How many rows it has.</summary>
    public int Count { get; } = count;

    /// <summary>Sum of first and of second derivatives.</summary>
    public Vector128<double> Sum { get; } = sum;

    /// <summary>The histograms that belong to it; -1 when it has none.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>What monotone constraints allow its values to be at least.</summary>
    public double Lower { get; set; } = double.NegativeInfinity;

    /// <summary>What they allow at most.</summary>
    public double Upper { get; set; } = double.PositiveInfinity;

    /// <summary>The best question.</summary>
    public Split Best { get; set; } = Split.None;
}
