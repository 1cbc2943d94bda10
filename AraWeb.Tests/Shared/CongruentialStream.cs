namespace AraWeb.Tests.Shared;

/// <summary>
/// Numbers in [0, 1) by x' = (1103515245 x + 12345) mod 2^31 (the C standard's example generator): three lines in any language, so that expected
/// values can be computed elsewhere.
/// </summary>
internal static class CongruentialStream
{
    public static double[] Take(int count, long seed)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            seed = ((1103515245 * seed) + 12345) % (1L << 31);
            values[i] = seed / (double)(1L << 31);
        }

        return values;
    }
}
