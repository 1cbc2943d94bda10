using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Simulation;

/// <summary>Four market states of one asset class that follow each other day by day as a Markov chain, each lasting some weeks on average.</summary>
internal sealed class RegimeChain(int seed, int member)
{
    // Row: from; column: to. Days in a state: 1 / (1 - diagonal).
    private static readonly double[][] Transitions =
    [
        [0.982, 0.004, 0.011, 0.003], // bull, 56 days
        [0.008, 0.972, 0.009, 0.011], // bear, 36 days
        [0.012, 0.006, 0.978, 0.004], // sideways, 45 days
        [0.010, 0.014, 0.008, 0.968], // high volatility, 31 days
    ];

    private static readonly double[] Volatilities = [0.75, 1.25, 0.6, 2.1];

    // In deviations of a session: too small to trade on, as in real markets.
    private static readonly double[] Drifts = [0.04, -0.05, 0.005, 0];

    /// <summary>The state of the day last stepped to.</summary>
    public RegimeType Current { get; private set; } = RegimeType.Sideways;

    /// <summary>Factor on an instrument's volatility.</summary>
    public double Volatility => Volatilities[(int)Current];

    /// <summary>Mean log return of a session in units of its typical volatility.</summary>
    public double Drift => Drifts[(int)Current];

    /// <summary>Goes to the next day.</summary>
    public void Step(int day)
    {
        var stream = new SeededStream(seed, StreamPart.Regime, member, day);
        var draw = stream.NextUniform();
        var row = Transitions[(int)Current];
        var next = 0;
        while (next < row.Length - 1 && draw >= row[next])
        {
            draw -= row[next];
            next++;
        }

        Current = (RegimeType)next;
    }
}
