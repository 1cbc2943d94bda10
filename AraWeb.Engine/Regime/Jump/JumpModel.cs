namespace AraWeb.Engine.Regime.Jump;

/// <summary>
/// A statistical jump model: centres of K states and what a change of state costs (Nystrup, Lindström and Madsen 2020; Shu, Yu and Mulvey 2024). Rows are
/// features on one scale, for example by <see cref="RowScaler"/>. Immutable; fitted by <see cref="JumpFitter"/>, followed row by row by
/// <see cref="JumpFilter"/>. Knows no probabilities.
/// </summary>
public sealed class JumpModel
{
    /// <summary>Makes a model of given centres.</summary>
    /// <param name="centres">[K x D] state by state, finite.</param>
    /// <param name="states">K.</param>
    /// <param name="penalty">What a change of state costs; not negative.</param>
    /// <exception cref="ArgumentException">Lengths do not fit or a number is out of range.</exception>
    public JumpModel(double[] centres, int states, double penalty)
    {
        ArgumentNullException.ThrowIfNull(centres);
        ArgumentOutOfRangeException.ThrowIfLessThan(states, 1);
        if (centres.Length == 0 || centres.Length % states != 0 || !centres.All(double.IsFinite))
        {
            throw new ArgumentException($"{centres.Length} numbers are not centres of {states} states.", nameof(centres));
        }

        if (!(penalty >= 0 && double.IsFinite(penalty)))
        {
            throw new ArgumentException($"The penalty is {penalty}; it must be zero or more.", nameof(penalty));
        }

        (Centres, States, Features, Penalty) = (centres, states, centres.Length / states, penalty);
        Lanes = new JumpLanes(states, Features, penalty);
        Lanes.Read(centres);
    }

    /// <summary>K.</summary>
    public int States { get; }

    /// <summary>D.</summary>
    public int Features { get; }

    /// <summary>[K x D] centres, state by state.</summary>
    public IReadOnlyList<double> Centres { get; }

    /// <summary>What a change of state costs.</summary>
    public double Penalty { get; }

    /// <summary>The parameters as kernels read them.</summary>
    internal JumpLanes Lanes { get; }

    /// <summary>The path with the smallest objective given all rows: for looking back, not for forecasts.</summary>
    /// <param name="rows">[T x D] row by row, all finite.</param>
    /// <param name="path">[T] receives the states.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, or there is no row.</exception>
    public double Decode(ReadOnlySpan<double> rows, Span<int> path)
    {
        if (rows.IsEmpty || rows.Length != path.Length * Features)
        {
            throw new ArgumentException($"{rows.Length} values are not {path.Length} rows of {Features} features.", nameof(rows));
        }

        var values = new double[path.Length * Lanes.Width];
        var least = new double[path.Length];
        CheapestPath.Forward(Lanes, rows, values, least);
        return CheapestPath.Backtrack(Lanes, values, least, path);
    }
}
