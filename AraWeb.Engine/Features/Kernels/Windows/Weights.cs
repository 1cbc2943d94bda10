using System.Collections.Concurrent;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Weights of windows, the oldest value first; one array for each kind and length.</summary>
internal static class Weights
{
    private static readonly ConcurrentDictionary<(string Kind, int Length), double[]> Known = [];

    /// <summary>1, 2, ... n over their sum.</summary>
    public static double[] Linear(int length) =>
        Of(nameof(Linear), length, static n => [.. Enumerable.Range(1, n).Select(i => i / (n * (n + 1) / 2.0))]);

    /// <summary>Weights whose sum with the values is the slope of their least-squares line.</summary>
    public static double[] Slope(int length) => Of(nameof(Slope), length, static n =>
    {
        // Sum of squared distances of 0 ... n-1 from their mean.
        var spread = n * ((double)n * n - 1) / 12;
        return [.. Enumerable.Range(0, n).Select(i => spread == 0 ? 0 : (i - ((n - 1) / 2.0)) / spread)];
    });

    /// <summary>Weights of a kind that an indicator defines, made once.</summary>
    /// <param name="kind">Names the formula and all of its settings but the length.</param>
    /// <param name="length">Number of weights.</param>
    /// <param name="make">Makes them.</param>
    public static double[] Of(string kind, int length, Func<int, double[]> make) =>
        Known.GetOrAdd((kind, length), static (key, formula) => formula(key.Length), make);
}
