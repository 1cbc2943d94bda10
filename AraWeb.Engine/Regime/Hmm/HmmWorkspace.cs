namespace AraWeb.Engine.Regime.Hmm;

/// <summary>What the passes over T rows write to, allocated once so that a step of a fit allocates nothing. Not safe for several threads at once.</summary>
internal sealed class HmmWorkspace
{
    private readonly double[] _scales;

    /// <summary>Makes room for <paramref name="count"/> rows.</summary>
    public HmmWorkspace(int count, HmmLanes lanes)
    {
        Count = count;
        Densities = new double[count * lanes.Width];
        Weights = lanes.IsGaussian ? [] : new double[count * lanes.Width];
        Probabilities = new double[count * lanes.Width];
        Transitions = new double[lanes.States * lanes.Width];
        _scales = new double[(count + HmmLanes.Lane - 1) / HmmLanes.Lane * HmmLanes.Lane];
    }

    /// <summary>T.</summary>
    public int Count { get; }

    /// <summary>[T x Width] densities, the largest of each row 1.</summary>
    public double[] Densities { get; }

    /// <summary>[T x Width] weights of rows in the M-step of Student-t emissions; empty for Gaussian ones.</summary>
    public double[] Weights { get; }

    /// <summary>[T x Width] filtered probabilities after <see cref="Forward"/>, smoothed ones after <see cref="Backward"/>.</summary>
    public double[] Probabilities { get; }

    /// <summary>[K x Width] expected transitions, after <see cref="Backward"/>.</summary>
    public double[] Transitions { get; }

    /// <summary>Filters the rows; returns their log-likelihood.</summary>
    public double Forward(HmmLanes lanes, ReadOnlySpan<double> rows) =>
        Emissions.Fill(lanes, rows, Densities, Weights) + ForwardBackward.Forward(lanes, Densities, Probabilities, _scales);

    /// <summary>Smooths what was filtered.</summary>
    public void Backward(HmmLanes lanes) => ForwardBackward.Backward(lanes, Densities, Probabilities, Transitions);
}
