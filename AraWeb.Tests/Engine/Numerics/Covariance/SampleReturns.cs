using AraWeb.Engine.Numerics.Covariance;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Numerics.Covariance;

/// <summary>Returns with a common part, made the same way in the numpy scripts that the expected numbers come from.</summary>
internal static class SampleReturns
{
    /// <summary>Four assets, twelve days: 0.01 (i + 1) (0.6 common + own), uniform numbers from seed 7 less one half.</summary>
    public static double[][] Four()
    {
        var u = CongruentialStream.Take(60, 7);
        return [.. Enumerable.Range(0, 4).Select(i =>
            Enumerable.Range(0, 12).Select(t => 0.01 * (i + 1) * ((0.6 * (u[t] - 0.5)) + (u[(12 * (i + 1)) + t] - 0.5))).ToArray())];
    }

    /// <summary>Five assets, forty days: 0.01 (1 + i mod 3) (0.3 common + own), seed 3.</summary>
    public static double[][] Five()
    {
        var u = CongruentialStream.Take(240, 3);
        return [.. Enumerable.Range(0, 5).Select(i =>
            Enumerable.Range(0, 40).Select(t => 0.01 * (1 + (i % 3)) * ((0.3 * (u[t] - 0.5)) + (u[(40 * (i + 1)) + t] - 0.5))).ToArray())];
    }

    /// <summary>Many assets of uniform numbers with a common part.</summary>
    public static ReturnMatrix Many(int assets, int days, long seed)
    {
        var u = CongruentialStream.Take((assets + 1) * days, seed);
        return ReturnMatrix.From([.. Enumerable.Range(0, assets).Select(i =>
            Enumerable.Range(0, days).Select(t => 0.01 * ((0.8 * u[t]) + u[((i + 1) * days) + t] - 0.9)).ToArray())]);
    }
}
