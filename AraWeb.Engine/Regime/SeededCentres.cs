namespace AraWeb.Engine.Regime;

/// <summary>
/// Starting centres among the rows by k-means++ (Arthur and Vassilvitskii 2007): each next centre is drawn with a probability proportional to the squared
/// distance from the nearest one so far, so that they lie apart.
/// </summary>
internal static class SeededCentres
{
    /// <summary>Draws centres.</summary>
    /// <param name="rows">[T x D] row by row, features on one scale.</param>
    /// <param name="features">D.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="centres">[K x D] receives rows; equal ones where the data have fewer than K different rows.</param>
    /// <param name="nearest">[T] room for distances.</param>
    public static void Draw(ReadOnlySpan<double> rows, int features, Random random, Span<double> centres, Span<double> nearest)
    {
        var count = rows.Length / features;
        Row(rows, features, random.Next(count)).CopyTo(centres);
        nearest = nearest[..count];
        nearest.Fill(double.PositiveInfinity);
        for (var k = 1; k * features < centres.Length; k++)
        {
            var last = centres.Slice((k - 1) * features, features);
            var total = 0.0;
            for (var t = 0; t < count; t++)
            {
                nearest[t] = Math.Min(nearest[t], Distance(Row(rows, features, t), last));
                total += nearest[t];
            }

            Row(rows, features, Pick(nearest, random.NextDouble() * total)).CopyTo(centres[(k * features)..]);
        }
    }

    /// <summary>Squared Euclidean distance.</summary>
    public static double Distance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var d = 0; d < x.Length; d++)
        {
            sum += (x[d] - y[d]) * (x[d] - y[d]);
        }

        return sum;
    }

    private static ReadOnlySpan<double> Row(ReadOnlySpan<double> rows, int features, int t) => rows.Slice(t * features, features);

    /// <summary>The first index at which the running sum exceeds the mark.</summary>
    private static int Pick(ReadOnlySpan<double> shares, double mark)
    {
        for (var t = 0; t < shares.Length; t++)
        {
            mark -= shares[t];
            if (mark < 0)
            {
                return t;
            }
        }

        return shares.Length - 1;
    }
}
