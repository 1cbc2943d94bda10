namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// Computes networks on the processor in single precision, at once, and keeps a tape for gradients while it learns. All values of a pass lie in an arena that
/// the next pass uses again, so that from the second pass on nothing is allocated. One thread at a time; several engines share one network's weights.
/// </summary>
internal sealed unsafe partial class ManagedEngine : ITrainingEngine
{
    private const int FirstNodes = 256;

    private readonly NetworkWeights _weights;
    private readonly Arena _arena = new();
    private readonly MatrixProduct _product = new();
    private readonly AlignedBuffer _gradients = new();
    private readonly AttentionKernel _attention;
    private readonly LstmKernel _lstm;
    private readonly GruKernel _gru;
    private TapeNode[] _nodes = new TapeNode[FirstNodes];
    private int _count;
    private ulong _chance;

    /// <summary>Makes an engine for a network.</summary>
    /// <param name="weights">Its weights, which may change between passes.</param>
    public ManagedEngine(NetworkWeights weights)
    {
        _weights = weights;
        (_attention, _lstm, _gru) = (new AttentionKernel(_product), new LstmKernel(_product), new GruKernel(_product));
    }

    /// <summary>True while gradients are kept.</summary>
    public bool IsLearning { get; private set; }

    /// <summary>Gradients of all parameters, laid out as <see cref="NetworkWeights.Values"/>.</summary>
    public Span<float> Gradients => new(_gradients.Take(_weights.Parameters.Length), _weights.Parameters.Length);

    /// <summary>Begins a pass that only computes.</summary>
    public void Begin() => Begin(learning: false, 0);

    /// <summary>Begins a pass that learns.</summary>
    /// <param name="chance">What dropout is drawn from.</param>
    public void BeginLearning(ulong chance) => Begin(learning: true, chance);

    /// <summary>Gives a value from outside; fill it through <see cref="Values"/> before it is used.</summary>
    public Tensor Give(TensorShape shape) => Push(TapeOperation.Given, shape, _arena.Take(shape.Count), follows: false);

    /// <summary>The elements of a value, row-major.</summary>
    public Span<float> Values(Tensor tensor) => new(_nodes[tensor.Id].Data, tensor.Shape.Count);

    /// <summary>The gradient of a value after <see cref="Backward"/>; empty where none came.</summary>
    public ReadOnlySpan<float> GradientOf(Tensor tensor) =>
        _nodes[tensor.Id].Gradient == null ? [] : new(_nodes[tensor.Id].Gradient, tensor.Shape.Count);

    /// <inheritdoc/>
    public Tensor Parameter(int number) => new(number, _weights.Parameters.Specs[number].Shape);

    private void Begin(bool learning, ulong chance)
    {
        (IsLearning, _chance, _count) = (learning, chance, 0);
        _arena.Clear();
        var gradients = learning ? _gradients.Take(_weights.Parameters.Length) : null;
        var specs = _weights.Parameters.Specs;
        for (var number = 0; number < specs.Count; number++)
        {
            var spec = specs[number];
            Push(TapeOperation.Parameter, spec.Shape, _weights.At(spec.Offset), learning && spec.Learns);
            _nodes[number].Gradient = learning && spec.Learns ? gradients + spec.Offset : null;
        }
    }

    private Tensor Push(TapeOperation operation, TensorShape shape, float* data, bool follows)
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, 2 * _count);
        }

        ref var node = ref _nodes[_count];
        node = default;
        (node.Operation, node.Shape, node.Follows) = (operation, shape, follows);
        node.Data = data;
        return new Tensor(_count++, shape);
    }

    /// <summary>A new value made of others, with room for its elements.</summary>
    private Tensor Make(TapeOperation operation, TensorShape shape, params ReadOnlySpan<int> from)
    {
        var follows = false;
        foreach (var one in from)
        {
            follows |= _nodes[one].Follows;
        }

        var made = Push(operation, shape, _arena.Take(shape.Count), follows);
        for (var i = 0; i < from.Length; i++)
        {
            _nodes[made.Id].From[i] = from[i];
        }

        return made;
    }

    private float* Data(Tensor tensor) => _nodes[tensor.Id].Data;
}
