using System.Numerics;

namespace AraWeb.Engine.Numerics;

/// <summary>
/// A stream of standard normal numbers that a seed fixes to the last bit. Uniform bits by xoshiro256++ (Blackman and Vigna 2021), seeded by splitmix64; normals
/// by Marsaglia's polar method. Not safe for several threads at once, not for secrets.
/// </summary>
internal sealed class SeededNormals
{
    private const double TwoToMinus53 = 1.0 / (1L << 53);

    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;
    private double _spare = double.NaN;

    /// <summary>Makes a stream.</summary>
    public SeededNormals(long seed)
    {
        var state = (ulong)seed;
        _a = SplitMix(ref state);
        _b = SplitMix(ref state);
        _c = SplitMix(ref state);
        _d = SplitMix(ref state);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_a + _d, 23) + _a;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextUniform() => (NextBits() >> 11) * TwoToMinus53;

    /// <summary>A standard normal number.</summary>
    public double Next()
    {
        if (!double.IsNaN(_spare))
        {
            var spare = _spare;
            _spare = double.NaN;
            return spare;
        }

        while (true)
        {
            var x = (2 * NextUniform()) - 1;
            var y = (2 * NextUniform()) - 1;
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                var scale = Math.Sqrt(-2 * Math.Log(square) / square);
                _spare = scale * y;
                return scale * x;
            }
        }
    }

    /// <summary>Fills a span with standard normal numbers.</summary>
    public void Fill(Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Next();
        }
    }

    /// <summary>A chi-squared number, twice a gamma number by Marsaglia and Tsang (2000).</summary>
    /// <param name="degrees">Degrees of freedom, at least 2.</param>
    public double NextChiSquared(double degrees)
    {
        var d = (degrees / 2) - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Next();
            var v = 1 + (c * x);
            if (v > 0)
            {
                v = v * v * v;
                if (Math.Log(1 - NextUniform()) < (0.5 * x * x) + (d * (1 - v + Math.Log(v))))
                {
                    return 2 * d * v;
                }
            }
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
