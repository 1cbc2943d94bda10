using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Explanation;

/// <summary>
/// Paths with the same number of features, eight beside each other, as <see cref="TreeShap"/> reads them. The last block is filled up with leaves that add
/// nothing.
/// </summary>
internal sealed class LeafBlocks
{
    /// <summary>Leaves in a block.</summary>
    public static readonly int Lanes = Vector512<double>.Count;

    /// <summary>Lays out paths; leaf k of a block comes from the k-th eighth of the list, so that neighbours seldom ask for the same feature.</summary>
    public LeafBlocks(int width, IReadOnlyList<LeafPath> paths)
    {
        Width = width;
        Count = (paths.Count + Lanes - 1) / Lanes;
        Feature = new int[Count * width * Lanes];
        Low = new double[Feature.Length];
        High = new double[Feature.Length];
        Share = new double[Feature.Length];
        Missing = new double[Feature.Length];
        Value = new double[Count * Lanes];
        Array.Fill(Share, 1);
        for (var i = 0; i < paths.Count; i++)
        {
            var (lane, block) = Math.DivRem(i, Count);
            Value[(block * Lanes) + lane] = paths[i].Value;
            for (var step = 0; step < width; step++)
            {
                var at = (((block * width) + step) * Lanes) + lane;
                (Feature[at], Low[at], High[at], var missing, Share[at]) = paths[i].Steps[step];
                Missing[at] = missing ? 1 : 0;
            }
        }
    }

    /// <summary>m, features on each path.</summary>
    public int Width { get; }

    /// <summary>Number of blocks.</summary>
    public int Count { get; }

    /// <summary>[Count * m * Lanes] columns.</summary>
    public int[] Feature { get; }

    /// <summary>[Count * m * Lanes] a row agrees from here.</summary>
    public double[] Low { get; }

    /// <summary>[Count * m * Lanes] a row agrees below here; NaN: no bound.</summary>
    public double[] High { get; }

    /// <summary>[Count * m * Lanes] share of the training weight kept.</summary>
    public double[] Share { get; }

    /// <summary>[Count * m * Lanes] 1 where an unknown value agrees, else 0.</summary>
    public double[] Missing { get; }

    /// <summary>[Count * Lanes] what leaves add.</summary>
    public double[] Value { get; }
}
