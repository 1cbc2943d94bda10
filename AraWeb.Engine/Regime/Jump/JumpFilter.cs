using System.Runtime.InteropServices;

namespace AraWeb.Engine.Regime.Jump;

/// <summary>
/// Follows a jump model row by row without allocation: the state is the last one of the cheapest path through the rows so far ("online inference" of Shu,
/// Yu and Mulvey 2024), so later rows never change what was said. Not safe for several threads at once.
/// </summary>
public sealed class JumpFilter
{
    private readonly JumpLanes _lanes;
    private readonly double[] _values;

    /// <summary>Stands before the first row: every state is as good as the other.</summary>
    public JumpFilter(JumpModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _lanes = model.Lanes;
        _values = new double[_lanes.Width];
        State = -1;
    }

    /// <summary>The state at the newest row; -1 before the first.</summary>
    public int State { get; private set; }

    /// <summary>Takes the next row.</summary>
    /// <param name="row">[D] features on the model's scale, all finite.</param>
    /// <returns><see cref="State"/>.</returns>
    /// <exception cref="ArgumentException">The row has another number of features.</exception>
    public int Add(ReadOnlySpan<double> row)
    {
        if (row.Length != _lanes.Features)
        {
            throw new ArgumentException($"{row.Length} values for {_lanes.Features} features.", nameof(row));
        }

        // Values are kept relative to the smallest, so that they do not grow: a change then comes from 0.
        ref var values = ref MemoryMarshal.GetArrayDataReference(_values);
        var least = CheapestPath.Add(_lanes, ref MemoryMarshal.GetReference(row), ref values, _lanes.Penalty, ref values);
        State = _values.AsSpan(0, _lanes.States).IndexOf(least);
        for (var k = 0; k < _values.Length; k++)
        {
            _values[k] -= least;
        }

        return State;
    }
}
