namespace AraWeb.Engine.Models.Neural;

/// <summary>The parameters of a network in the order in which it declared them.</summary>
public sealed class ParameterSet
{
    /// <summary>Floats of a cache line: parameters begin at one.</summary>
    private const int Line = 16;

    private readonly List<ParameterSpec> _specs = [];

    /// <summary>The parameters.</summary>
    public IReadOnlyList<ParameterSpec> Specs => _specs;

    /// <summary>Floats that all of them take, with the gaps between.</summary>
    public int Length { get; private set; }

    /// <summary>How many numbers are learned.</summary>
    public int LearnedCount => _specs.Where(spec => spec.Learns).Sum(spec => spec.Shape.Count);

    /// <summary>Declares a parameter.</summary>
    /// <returns>Its number.</returns>
    public int Declare(string name, TensorShape shape, ParameterKind kind)
    {
        if (_specs.Exists(spec => spec.Name == name))
        {
            throw new ArgumentException($"Two parameters are named {name}.", nameof(name));
        }

        _specs.Add(new ParameterSpec(_specs.Count, name, shape, kind, Length));
        Length = checked(Length + ((shape.Count + Line - 1) / Line * Line));
        return _specs.Count - 1;
    }
}
