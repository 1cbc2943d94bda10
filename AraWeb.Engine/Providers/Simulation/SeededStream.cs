using System.Runtime.CompilerServices;

namespace AraWeb.Engine.Providers.Simulation;

/// <summary>
/// A stream of random numbers named by seed, part, member and day: any stream can be had again at any time, in any process, without those before it.
/// SplitMix64 (Steele, Lea and Flood 2014). Not for secrets.
/// </summary>
internal struct SeededStream
{
    // One over the deviation of the sum of two 16-bit uniforms: the square root of 6 / (65536^2 - 1).
    private const double TwoUniforms = 3.737624730023707e-5;

    private const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>Names a stream.</summary>
    public SeededStream(int seed, StreamPart part, int member, int day) =>
        _state = Mix(Mix(Mix(Mix((ulong)(uint)seed) + (ulong)part) + (ulong)(uint)member) + (ulong)(uint)day);

    /// <summary>64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next() => Mix(_state += Increment);

    /// <summary>Uniform in (0, 1).</summary>
    public double NextUniform() => ((Next() >> 11) + 0.5) / (1UL << 53);

    /// <summary>Standard normal (Box and Muller 1958).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(NextUniform())) * Math.Cos(2 * Math.PI * NextUniform());

    /// <summary>Fills an even number of places with steps: mean zero, deviation one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillSteps(Span<double> steps)
    {
        var state = _state;
        for (var i = 1; i < steps.Length; i += 2)
        {
            var bits = Mix(state += Increment);
            steps[i - 1] = StepOf(bits);
            steps[i] = StepOf(bits >> 32);
        }

        _state = state;
    }

    /// <summary>
    /// A step from the lower 32 bits: mean zero, deviation one, the sum of two uniforms. Triangular, since of minutes only the sum of many counts.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double StepOf(ulong bits) => ((int)(bits & 0xFFFF) + (int)((bits >> 16) & 0xFFFF) - 0xFFFF) * TwoUniforms;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
