using AraWeb.Engine.Models.Trees.Histograms;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>A tree whose questions are known and whose leaves have no values yet.</summary>
/// <param name="Recorder">The questions.</param>
/// <param name="Leaves">The leaves with the rows that the tree grew on.</param>
/// <param name="Rows">Those rows.</param>
/// <param name="Rules">What the tree grew by.</param>
internal sealed record GrownTree(TreeRecorder Recorder, IReadOnlyList<GrowNode> Leaves, NodeRows Rows, SplitRules Rules)
{
    /// <summary>Features of the questions by level, where each level asks one question only; empty otherwise.</summary>
    public IReadOnlyList<int> LevelFeatures { get; init; } = [];
}
