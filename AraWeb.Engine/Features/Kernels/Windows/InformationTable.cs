namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>What each count adds to Shannon's entropy, in natural units.</summary>
internal static class InformationTable
{
    /// <summary>[total + 1] for a count c the value -(c / total) ln(c / total).</summary>
    public static double[] Of(int total) => Weights.Of(nameof(InformationTable), total, static n =>
        [.. Enumerable.Range(0, n + 1).Select(count => count == 0 || count == n ? 0 : -count / (double)n * Math.Log(count / (double)n))]);
}
