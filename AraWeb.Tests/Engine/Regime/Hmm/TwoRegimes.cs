using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Regime.Hmm;

/// <summary>
/// Rows that change between a calm and a wild state every 25 rows, with an outlier in every seventeenth: three lines in any language, so that expected
/// values can be computed elsewhere.
/// </summary>
internal static class TwoRegimes
{
    public const int Features = 2;

    private static readonly double[][] Means = [[0.2, -0.1], [-0.4, 0.5]];
    private static readonly double[][] Deviations = [[1.0, 0.8], [2.0, 2.4]];

    /// <summary>[T x 2] row by row.</summary>
    public static double[] Rows(int count)
    {
        var u = CongruentialStream.Take(count * Features * 3, 7);
        var rows = new double[count * Features];
        for (var i = 0; i < rows.Length; i++)
        {
            var (t, d) = (i / Features, i % Features);
            var state = t / 25 % 2;
            var noise = u[3 * i] + u[(3 * i) + 1] + u[(3 * i) + 2] - 1.5;
            rows[i] = (Means[state][d] + (Deviations[state][d] * noise)) * (t % 17 == 0 ? 3 : 1);
        }

        return rows;
    }
}
