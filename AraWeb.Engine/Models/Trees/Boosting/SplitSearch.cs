using System.Runtime.Intrinsics;
using AraWeb.Engine.Models.Trees.Histograms;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Counts histograms of pairs of nodes and finds the best question for each; equal gains go to the feature with the lower number.</summary>
internal sealed class SplitSearch(HistogramPass pass)
{
    private const int MostEntries = BinCuts.MaxBins + 1;

    /// <summary>Finds questions for the nodes of some pairs. A counted node gets a slot; the rest must hold its parent's.</summary>
    public void Find(IReadOnlyList<SiblingPair> pairs, NodeRows rows, SplitRules rules, CancellationToken cancellationToken)
    {
        var nodes = new List<GrowNode>(2 * pairs.Count);
        var counted = 0L;
        foreach (var pair in pairs)
        {
            pair.Counted.Slot = pass.Rent();
            nodes.Add(pair.Counted);
            counted += pair.Counted.Count;
            if (pair.Rest is not null)
            {
                nodes.Add(pair.Rest);
            }
        }

        var best = new Split[pass.Groups.Count * nodes.Count];
        Array.Fill(best, Split.None);
        pass.ForEachGroup(
            counted,
            nodes.Count,
            group =>
            {
                Count(pass.Groups[group], pairs, rows, pass);
                Scan(pass.Groups[group], nodes, rules, best.AsSpan(group * nodes.Count, nodes.Count));
            },
            cancellationToken);
        for (var i = 0; i < nodes.Count; i++)
        {
            for (var group = 0; group < pass.Groups.Count; group++)
            {
                var found = best[(group * nodes.Count) + i];
                nodes[i].Best = found.Gain > nodes[i].Best.Gain ? found : nodes[i].Best;
            }
        }
    }

    /// <summary>Counts the histograms of pairs in one group of columns.</summary>
    public static void Count(ColumnGroup group, IReadOnlyList<SiblingPair> pairs, NodeRows rows, HistogramPass pass)
    {
        foreach (var pair in pairs)
        {
            var node = pair.Counted;
            pass.Count(group, node.Slot, rows.RowsOf(node.Start, node.Count), rows.PairsOf(node.Start, node.Count));
            if (pair.Rest is not null)
            {
                pass.Subtract(group, pair.Rest.Slot, node.Slot);
            }
        }
    }

    private void Scan(ColumnGroup group, List<GrowNode> nodes, SplitRules rules, Span<Split> best)
    {
        Span<Vector128<double>> spare = stackalloc Vector128<double>[MostEntries];
        foreach (var number in group.Features)
        {
            ref readonly var feature = ref pass.Matrix.Features[number];
            for (var i = 0; i < nodes.Count; i++)
            {
                var node = nodes[i];
                var bins = pass.Read(feature, node.Slot, node.Sum, spare);
                var missing = feature.HasMissing ? bins[^1] : Vector128<double>.Zero;
                SplitScan.Find(bins[..feature.Bins], missing, number, node, rules, ref best[i]);
            }
        }
    }
}
