using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Trees.Boosting;

/// <summary>
/// 64 rows of 3 features with few different values, missing values in the second, and weights of 1 and 2. The numbers are multiples of 1/16, the same in
/// single and double precision, so that another program sees the same rows.
/// </summary>
internal static class TinyRows
{
    public const int Count = 64;
    public const int Width = 3;

    public static double[] Features()
    {
        var features = CongruentialStream.Take(Count * Width, 11).Select(value => Math.Floor(value * 16) / 16).ToArray();
        for (var row = 0; row < Count; row += 5)
        {
            features[(row * Width) + 1] = double.NaN;
        }

        return features;
    }

    public static double[] Targets()
    {
        var features = Features();
        var noise = CongruentialStream.Take(Count, 12);
        return [.. Enumerable.Range(0, Count).Select(row =>
            Level(features[(row * Width) + 1]) + (Math.Floor(8 * features[row * Width]) / 8) + (Math.Floor(noise[row] * 4) / 4))];
    }

    public static double[] YesOrNo() => [.. Targets().Select(target => target > 1.6 ? 1.0 : 0)];

    public static double[] Weights() => [.. Enumerable.Range(0, Count).Select(row => row % 3 == 0 ? 2.0 : 1)];

    private static double Level(double value) => double.IsNaN(value) ? 2 : value > 0.5 ? 1 : 0;
}
