using System.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>How many of the earlier values are below the newest; equal ones are not.</summary>
internal readonly record struct BelowNewestWindow : IWindow
{
    public double Over(ReadOnlySpan<double> window)
    {
        var newest = window[^1];
        var earlier = window[..^1];
        var wide = new Vector<double>(newest);
        var counts = Vector<long>.Zero;
        var i = 0;
        for (; i <= earlier.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            // True is -1.
            counts -= Vector.LessThan(new Vector<double>(earlier[i..]), wide);
        }

        var below = Vector.Sum(counts);
        for (; i < earlier.Length; i++)
        {
            below += earlier[i] < newest ? 1 : 0;
        }

        return below;
    }
}
