using AraWeb.Engine.Models.Trees.Histograms;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Carries out the question of a node: moves its rows, makes its children, hands on the bounds of monotone constraints.</summary>
internal static class NodeSplitter
{
    private const int ByteValues = 256;

    /// <summary>Moves a node's rows to its children; returns how many go left.</summary>
    public static int MoveRows(BinnedMatrix matrix, NodeRows rows, GrowNode node, Split split)
    {
        Span<byte> goesLeft = stackalloc byte[ByteValues];
        var feature = matrix.Features[split.Feature];
        for (var value = 0; value < ByteValues; value++)
        {
            var bin = feature.BinOf(value);
            goesLeft[value] = bin == feature.Bins ? (split.MissingLeft ? (byte)1 : (byte)0) : (bin <= split.Bin ? (byte)1 : (byte)0);
        }

        return rows.Split(node.Start, node.Count, matrix.Columns[feature.Column], goesLeft);
    }

    /// <summary>Makes the children of a node whose rows have been moved.</summary>
    public static (GrowNode Left, GrowNode Right) MakeChildren(
        BinnedMatrix matrix, NodeRows rows, GrowNode node, int leftCount, TreeRecorder recorder, SplitRules rules)
    {
        var split = node.Best;
        var index = recorder.Split(node.Index, split.Feature, matrix.ThresholdOf(split.Feature, split.Bin), split.MissingLeft);
        var sum = rows.SumOf(node.Start, leftCount);
        var left = new GrowNode(index, node.Depth + 1, node.Start, leftCount, sum) { Lower = node.Lower, Upper = node.Upper };
        var right = new GrowNode(index + 1, node.Depth + 1, node.Start + leftCount, node.Count - leftCount, node.Sum - sum)
        {
            Lower = node.Lower,
            Upper = node.Upper,
        };
        var direction = rules.DirectionOf(split.Feature);
        if (direction != 0)
        {
            // Neither side may cross the middle between them, whatever is asked further down.
            var middle = (rules.ValueOf(left.Sum[0], left.Sum[1], node.Lower, node.Upper)
                + rules.ValueOf(right.Sum[0], right.Sum[1], node.Lower, node.Upper)) / 2;
            var (low, high) = direction > 0 ? (left, right) : (right, left);
            (low.Upper, high.Lower) = (middle, middle);
        }

        return (left, right);
    }

    /// <summary>Puts the child with fewer rows first.</summary>
    public static SiblingPair Pair(GrowNode left, GrowNode right, int parentSlot)
    {
        var (fewer, more) = left.Count <= right.Count ? (left, right) : (right, left);
        more.Slot = parentSlot;
        return new SiblingPair(fewer, more);
    }
}
