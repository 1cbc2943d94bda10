namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// Draws what dropout leaves. Chance is a counter, so that the same pass drops the same elements on any thread (SplitMix64, Steele et al. 2014).
/// </summary>
internal static class DropoutMask
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const int Bits = 16;

    /// <summary>Fills a mask with zeros, and with the factor that keeps the sum where an element stays. Shares are rounded to 1 in 65,536.</summary>
    public static void Draw(ulong chance, float share, Span<float> mask)
    {
        var keep = 1 / (1 - share);
        var bound = (ulong)(share * (1 << Bits));
        var state = Mix(chance);
        for (var i = 0; i < mask.Length; i += 4)
        {
            state += Golden;
            var draw = Mix(state);
            for (var j = i; j < mask.Length && j < i + 4; j++, draw >>= Bits)
            {
                mask[j] = (draw & ushort.MaxValue) < bound ? 0 : keep;
            }
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
