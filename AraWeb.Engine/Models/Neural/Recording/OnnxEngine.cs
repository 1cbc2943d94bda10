using AraWeb.Engine.Models.Neural.Managed;
using AraWeb.Engine.Onnx;

namespace AraWeb.Engine.Models.Neural.Recording;

/// <summary>
/// Records a network as nodes of an ONNX graph (operators of version 13). Computes nothing; the batch is left open, shapes here carry a batch of
/// one. What only
/// learning needs leaves no trace.
/// </summary>
/// <param name="model">The graph.</param>
/// <param name="constants">Writes its constants.</param>
/// <param name="weights">Values of the parameters.</param>
/// <param name="prefix">Before every name, so that several networks fit one graph.</param>
internal sealed partial class OnnxEngine(OnnxModel model, OnnxWeights constants, NetworkWeights weights, string prefix) : ITensorEngine
{
    private readonly List<string> _names = [];
    private readonly Dictionary<int, string> _attentionWeights = [];
    private readonly Dictionary<int, int> _parameters = [];
    private int _nodes;

    /// <summary>A value that the graph is given.</summary>
    public Tensor Give(string name, TensorShape shape) => Named(name, shape);

    /// <summary>The name of a value.</summary>
    public string NameOf(Tensor tensor) => _names[tensor.Id];

    /// <inheritdoc/>
    public Tensor Parameter(int number)
    {
        var spec = weights.Parameters.Specs[number];
        var made = Named(prefix + spec.Name, spec.Shape);
        _parameters[made.Id] = number;
        return made;
    }

    /// <inheritdoc/>
    public Tensor Linear(Tensor x, Tensor weight, Tensor bias)
    {
        var product = Node("MatMul", [NameOf(x), Constant(weight)]);
        return Named(Node("Add", [product, Constant(bias)]), x.Shape.WithLast(weight.Shape.Second));
    }

    /// <inheritdoc/>
    public Tensor Add(Tensor a, Tensor b) => Named(Node("Add", [NameOf(a), NameOf(b)]), a.Shape);

    /// <inheritdoc/>
    public Tensor Subtract(Tensor a, Tensor b) => Named(Node("Sub", [NameOf(a), NameOf(b)]), a.Shape);

    /// <inheritdoc/>
    public Tensor Multiply(Tensor a, Tensor b) => Named(Node("Mul", [NameOf(a), NameOf(b)]), a.Shape);

    /// <inheritdoc/>
    public Tensor Scale(Tensor x, float factor) => Named(Node("Mul", [NameOf(x), Number(factor)]), x.Shape);

    /// <inheritdoc/>
    public Tensor AddSteps(Tensor x, Tensor steps) => Named(Node("Add", [NameOf(x), Constant(steps)]), x.Shape);

    /// <inheritdoc/>
    public Tensor Standardise(Tensor x, Tensor centre, Tensor scale, float limit)
    {
        var standard = Node("Mul", [Node("Sub", [NameOf(x), Constant(centre)]), Constant(scale)]);
        return Named(Node("Clip", [standard, Number(-limit), Number(limit)]), x.Shape);
    }

    /// <inheritdoc/>
    public Tensor Gelu(Tensor x)
    {
        var share = Node("Add", [Node("Erf", [Node("Mul", [NameOf(x), Number(0.70710678f)])]), Number(1)]);
        return Named(Node("Mul", [Node("Mul", [NameOf(x), share]), Number(0.5f)]), x.Shape);
    }

    /// <inheritdoc/>
    public Tensor Relu(Tensor x) => Named(Node("Relu", [NameOf(x)]), x.Shape);

    /// <inheritdoc/>
    public Tensor Sigmoid(Tensor x) => Named(Node("Sigmoid", [NameOf(x)]), x.Shape);

    /// <inheritdoc/>
    public Tensor Tanh(Tensor x) => Named(Node("Tanh", [NameOf(x)]), x.Shape);

    /// <inheritdoc/>
    public Tensor Softplus(Tensor x) => Named(Node("Softplus", [NameOf(x)]), x.Shape);

    /// <inheritdoc/>
    public Tensor Softmax(Tensor x) => Named(Node("Softmax", [NameOf(x)], OnnxAttribute.Number("axis", -1)), x.Shape);

    /// <inheritdoc/>
    public Tensor LayerNorm(Tensor x, Tensor gain, Tensor shift)
    {
        string Mean(string of) => Node("ReduceMean", [of], OnnxAttribute.Numbers("axes", [-1]), OnnxAttribute.Number("keepdims", 1));
        var distance = Node("Sub", [NameOf(x), Mean(NameOf(x))]);
        var variance = Node("Add", [Mean(Node("Mul", [distance, distance])), Number(RowKernel.VarianceFloor)]);
        var standard = Node("Div", [distance, Node("Sqrt", [variance])]);
        return Named(Node("Add", [Node("Mul", [standard, Constant(gain)]), Constant(shift)]), x.Shape);
    }

    /// <inheritdoc/>
    public Tensor Dropout(Tensor x, float share) => x;

    /// <inheritdoc/>
    public Tensor Concat(Tensor a, Tensor b) =>
        Named(Node("Concat", [NameOf(a), NameOf(b)], OnnxAttribute.Number("axis", -1)), a.Shape.WithLast(a.Shape.Last + b.Shape.Last));

    /// <inheritdoc/>
    public Tensor Columns(Tensor x, int start, int count)
    {
        var range = Node("Slice", [NameOf(x), Numbers(start), Numbers(start + count), Numbers(-1)]);
        return Named(range, x.Shape.WithLast(count));
    }

    /// <inheritdoc/>
    public Tensor CumulativeSum(Tensor x) => Named(Node("CumSum", [NameOf(x), constants.Integer("last_axis", x.Shape.Rank - 1)]), x.Shape);

    /// <inheritdoc/>
    public Tensor Reshape(Tensor x, TensorShape shape) => Named(Reshape(NameOf(x), shape), shape);

    private string Reshape(string x, TensorShape shape)
    {
        long[] lengths = [-1, shape.Second, shape.Third, shape.Fourth];
        return Node("Reshape", [x, Numbers(lengths[..shape.Rank])]);
    }

    /// <summary>Adds a node.</summary>
    /// <returns>Name of what it gives.</returns>
    private string Node(string type, string[] inputs, params ProtobufMessage[] attributes)
    {
        var name = $"{prefix}{type.ToLowerInvariant()}_{_nodes++}";
        model.Node(string.Empty, type, inputs, name, attributes);
        return name;
    }

    private Tensor Named(string name, TensorShape shape)
    {
        _names.Add(name);
        return new Tensor(_names.Count - 1, shape);
    }

    /// <summary>A parameter's values as they are.</summary>
    private string Constant(Tensor tensor)
    {
        if (!_parameters.TryGetValue(tensor.Id, out var number))
        {
            return NameOf(tensor);
        }

        int[] lengths = [tensor.Shape.First, tensor.Shape.Second, tensor.Shape.Third, tensor.Shape.Fourth];
        return constants.Floats(NameOf(tensor), lengths[..tensor.Shape.Rank], weights.Of(number));
    }

    private string Numbers(params long[] values) => constants.Integers("integers_" + string.Join('_', values), values);

    private string Number(float value) => constants.Number($"number_{value:R}", value);
}
