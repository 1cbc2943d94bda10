using System.Runtime.InteropServices;

namespace AraWeb.Engine.Regime.Hmm;

/// <summary>
/// Filtered probabilities of a model's states, one row after the other, without allocation: the same numbers as <see cref="HiddenMarkovModel.Filter"/>. Not
/// safe for several threads at once.
/// </summary>
public sealed class HmmFilter
{
    private readonly HmmLanes _lanes;
    private readonly double[] _densities;
    private readonly double[] _weights;
    private double[] _probabilities;
    private double[] _next;
    private bool _hasStarted;

    /// <summary>Stands before the first row.</summary>
    public HmmFilter(HiddenMarkovModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _lanes = model.Lanes;
        _densities = new double[_lanes.Width];
        _weights = new double[_lanes.Width];
        _next = new double[_lanes.Width];
        _probabilities = [.. _lanes.Initial];
    }

    /// <summary>[K] probabilities of the states given the rows so far.</summary>
    public ReadOnlySpan<double> Probabilities => _probabilities.AsSpan(0, _lanes.States);

    /// <summary>Takes the next row; one with a value that is not finite moves the probabilities on without having been observed.</summary>
    /// <param name="row">[D] the features.</param>
    /// <exception cref="ArgumentException">The row has another number of features.</exception>
    public void Add(ReadOnlySpan<double> row)
    {
        if (row.Length != _lanes.Features)
        {
            throw new ArgumentException($"{row.Length} values for {_lanes.Features} features.", nameof(row));
        }

        Emissions.Fill(_lanes, row, _densities, _weights);
        ref var state = ref MemoryMarshal.GetArrayDataReference(_probabilities);
        if (_hasStarted)
        {
            ref var next = ref MemoryMarshal.GetArrayDataReference(_next);
            ForwardBackward.Predict(_lanes, ref state, 1, ref next);
            (_probabilities, _next) = (_next, _probabilities);
            state = ref next;
        }

        _hasStarted = true;
        var sum = ForwardBackward.Weigh(ref state, ref MemoryMarshal.GetArrayDataReference(_densities), _lanes.Width);
        ForwardBackward.Scale(ref state, 1 / sum, _lanes.Width);
    }
}
