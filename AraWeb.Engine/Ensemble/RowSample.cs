namespace AraWeb.Engine.Ensemble;

/// <summary>Draws rows without replacement and leaves them in their order (selection sampling; Knuth, volume 2, 3.4.2, algorithm S).</summary>
public static class RowSample
{
    /// <summary>Positions of the rows drawn, ascending; all where there are no more than asked for.</summary>
    /// <param name="count">Rows there are.</param>
    /// <param name="most">Rows to draw.</param>
    /// <param name="seed">Chance.</param>
    public static int[] Positions(int count, int most, int seed)
    {
        var random = new Random(seed);
        var drawn = new int[Math.Min(count, most)];
        var have = 0;
        for (var row = 0; have < drawn.Length; row++)
        {
            if (random.NextDouble() * (count - row) < drawn.Length - have)
            {
                drawn[have++] = row;
            }
        }

        return drawn;
    }

    /// <summary>The values of the rows drawn.</summary>
    /// <param name="rows">[N * F] row by row.</param>
    /// <param name="width">F.</param>
    /// <param name="most">Rows to draw.</param>
    /// <param name="seed">Chance.</param>
    public static double[] Draw(ReadOnlySpan<double> rows, int width, int most, int seed)
    {
        var positions = Positions(rows.Length / width, most, seed);
        var values = new double[positions.Length * width];
        for (var i = 0; i < positions.Length; i++)
        {
            rows.Slice(positions[i] * width, width).CopyTo(values.AsSpan(i * width));
        }

        return values;
    }
}
