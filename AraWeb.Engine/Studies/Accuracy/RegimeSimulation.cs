namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// Daily returns that change between two states, with the parameters that Nystrup, Lindström and Madsen (2020) estimated on stocks, so that the truth is
/// known. Innovations are normal or Student-t with five degrees of freedom, scaled to the same deviation. Starts in the chain's long-run distribution.
/// Invented data: it shows whether a detector finds states of this kind, not that markets have them.
/// </summary>
/// <param name="Returns">[T] log returns.</param>
/// <param name="States">[T] 0 calm and rising, 1 wild and falling.</param>
internal sealed record RegimeSimulation(double[] Returns, int[] States)
{
    /// <summary>Degrees of freedom of the fat-tailed innovations.</summary>
    public const int TailDegrees = 5;

    private static readonly double[] Means = [0.000615, -0.000785];
    private static readonly double[] Deviations = [0.00776, 0.0214];
    private static readonly double[] Staying = [0.9979, 0.988];

    /// <summary>True where both states occur: balanced accuracy has no meaning otherwise.</summary>
    public bool HasBothStates => States.AsSpan().Contains(0) && States.AsSpan().Contains(1);

    /// <summary>Changes of state.</summary>
    public int Switches => Count(States);

    /// <summary>Changes of state along a path.</summary>
    public static int Count(ReadOnlySpan<int> path)
    {
        var count = 0;
        for (var t = 1; t < path.Length; t++)
        {
            count += path[t] != path[t - 1] ? 1 : 0;
        }

        return count;
    }

    /// <summary>Draws a sequence; the same for the same seed.</summary>
    public static RegimeSimulation Draw(int count, int seed, bool hasTails)
    {
        var random = new Random(seed);
        var returns = new double[count];
        var states = new int[count];
        var state = random.NextDouble() < (1 - Staying[1]) / (2 - Staying[0] - Staying[1]) ? 0 : 1;
        for (var t = 0; t < count; t++)
        {
            if (t > 0 && random.NextDouble() > Staying[state])
            {
                state = 1 - state;
            }

            states[t] = state;
            returns[t] = Means[state] + (Deviations[state] * (hasTails ? Student(random) : Normal(random)));
        }

        return new RegimeSimulation(returns, states);
    }

    /// <summary>Mean over both states of the share of their rows that the path gets right.</summary>
    /// <param name="path">[n] what a detector said of the last n rows.</param>
    public double BalancedAccuracy(ReadOnlySpan<int> path)
    {
        Span<int> rows = stackalloc int[2];
        Span<int> hits = stackalloc int[2];
        var first = States.Length - path.Length;
        for (var t = 0; t < path.Length; t++)
        {
            var truth = States[first + t];
            rows[truth]++;
            hits[truth] += path[t] == truth ? 1 : 0;
        }

        return 0.5 * (((double)hits[0] / rows[0]) + ((double)hits[1] / rows[1]));
    }

    /// <summary>Deviation 1: a normal over the root of a chi-squared, times the root of (nu - 2) / nu.</summary>
    private static double Student(Random random)
    {
        var normal = Normal(random);
        var squares = 0.0;
        for (var i = 0; i < TailDegrees; i++)
        {
            var other = Normal(random);
            squares += other * other;
        }

        return normal * Math.Sqrt((TailDegrees - 2) / squares);
    }

    /// <summary>Box and Muller (1958).</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
