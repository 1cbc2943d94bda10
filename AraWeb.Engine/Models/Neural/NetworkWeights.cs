using System.Runtime.CompilerServices;

namespace AraWeb.Engine.Models.Neural;

/// <summary>
/// Values of a network's parameters, one after the other in memory at a fixed address. Whoever changes them sees to it that no pass runs meanwhile.
/// </summary>
public sealed unsafe class NetworkWeights
{
    private readonly Managed.AlignedBuffer _buffer = new();
    private readonly float* _first;

    /// <summary>Makes weights of zero.</summary>
    public NetworkWeights(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters = parameters;
        _first = _buffer.Take(parameters.Length);
        Values.Clear();
    }

    /// <summary>What they are values of.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>All values with the gaps between, which are zero.</summary>
    public Span<float> Values => new(_first, Parameters.Length);

    /// <summary>Values of one parameter, row-major.</summary>
    public Span<float> Of(int number)
    {
        var spec = Parameters.Specs[number];
        return Values.Slice(spec.Offset, spec.Shape.Count);
    }

    /// <summary>Address of a parameter's values; good as long as these weights are reachable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal float* At(int offset) => _first + offset;

    /// <summary>Draws the values that training begins with; <see cref="ParameterKind.Fixed"/> ones stay.</summary>
    /// <param name="seed">Chance.</param>
    public void Draw(int seed)
    {
        var random = new Random(seed);
        foreach (var spec in Parameters.Specs)
        {
            var values = Of(spec.Number);
            switch (spec.Kind)
            {
                case ParameterKind.Weight:
                    Uniform(random, values, Math.Sqrt(6.0 / (spec.Shape.Rows + spec.Shape.Last)));
                    break;
                case ParameterKind.Recurrent:
                    Uniform(random, values, 1 / Math.Sqrt(spec.Shape.First));
                    break;
                case ParameterKind.Bias:
                case ParameterKind.Output:
                    values.Clear();
                    break;
                case ParameterKind.Gain:
                    values.Fill(1);
                    break;
            }
        }
    }

    /// <summary>Takes the values of others of the same network.</summary>
    public void CopyFrom(NetworkWeights other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.Values.CopyTo(Values);
    }

    private static void Uniform(Random random, Span<float> values, double bound)
    {
        foreach (ref var value in values)
        {
            value = (float)(bound * ((2 * random.NextDouble()) - 1));
        }
    }
}
