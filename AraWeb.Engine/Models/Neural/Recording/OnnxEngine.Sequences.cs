using AraWeb.Engine.Onnx;

namespace AraWeb.Engine.Models.Neural.Recording;

/// <content>Operations on sequences. ONNX wants steps first in recurrences and last in convolutions, and gates in another order.</content>
internal sealed partial class OnnxEngine
{
    // ONNX: in, out, forget, cell. Here: in, forget, cell, out.
    private static readonly int[] LstmGates = [0, 3, 1, 2];

    // ONNX: update, reset, hidden. Here: reset, update, new.
    private static readonly int[] GruGates = [1, 0, 2];

    /// <inheritdoc/>
    public Tensor Attention(Tensor queriesKeysValues, int heads)
    {
        var (steps, width) = (queriesKeysValues.Shape.Second, queriesKeysValues.Shape.Third / 3);
        var split = Node("Reshape", [NameOf(queriesKeysValues), Numbers(-1, steps, 3, heads, width / heads)]);
        var byPart = Turn(split, 2, 0, 3, 1, 4);
        string Part(int number) => Node("Gather", [byPart, constants.Integer($"index_{number}", number)], OnnxAttribute.Number("axis", 0));
        var scores = Node("MatMul", [Part(0), Turn(Part(1), 0, 1, 3, 2)]);
        var scaled = Node("Mul", [scores, Number(1 / MathF.Sqrt(width / heads))]);
        var shares = Node("Softmax", [scaled], OnnxAttribute.Number("axis", -1));
        var seen = Turn(Node("MatMul", [shares, Part(2)]), 0, 2, 1, 3);
        var made = Named(Node("Reshape", [seen, Numbers(-1, steps, width)]), queriesKeysValues.Shape.WithLast(width));
        _attentionWeights[made.Id] = shares;
        return made;
    }

    /// <inheritdoc/>
    public Tensor AttentionWeights(Tensor attention)
    {
        TensorGuard.Fits(_attentionWeights.ContainsKey(attention.Id), attention.Shape, attention.Shape);
        return Named(_attentionWeights[attention.Id], new TensorShape(1, 1, attention.Shape.Second, attention.Shape.Second));
    }

    /// <inheritdoc/>
    public Tensor Convolution(Tensor x, Tensor kernel, Tensor bias)
    {
        var (width, inner, outer) = (kernel.Shape.First, kernel.Shape.Second, kernel.Shape.Third);
        ReadOnlySpan<float> values = weights.Of(_parameters[kernel.Id]);
        var turned = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (tap, from, to) = (i / (inner * outer), i / outer % inner, i % outer);
            turned[(((to * inner) + from) * width) + tap] = values[i];
        }

        var name = constants.Floats(NameOf(kernel), [outer, inner, width], turned);
        var made = Node(
            "Conv", [Turn(NameOf(x), 0, 2, 1), name, Constant(bias)],
            OnnxAttribute.Numbers("kernel_shape", [width]), OnnxAttribute.Numbers("pads", [width / 2, width / 2]));
        return Named(Turn(made, 0, 2, 1), x.Shape.WithLast(outer));
    }

    /// <inheritdoc/>
    public Tensor Lstm(Tensor x, Tensor weight, Tensor recurrent, Tensor bias, bool backwards)
    {
        var state = recurrent.Shape.First;
        float[] biases = [.. Gates(bias, LstmGates, state), .. new float[4 * state]];
        return Recurrent(
            "LSTM", x, Matrix(weight, LstmGates, state), Matrix(recurrent, LstmGates, state),
            constants.Floats(NameOf(bias), [1, 8 * state], biases), state, OnnxAttribute.Text("direction", backwards ? "reverse" : "forward"));
    }

    /// <inheritdoc/>
    public Tensor Gru(Tensor x, Tensor weight, Tensor recurrent, Tensor bias, Tensor recurrentBias)
    {
        var state = recurrent.Shape.First;
        float[] biases = [.. Gates(bias, GruGates, state), .. Gates(recurrentBias, GruGates, state)];
        return Recurrent(
            "GRU", x, Matrix(weight, GruGates, state), Matrix(recurrent, GruGates, state),
            constants.Floats(NameOf(bias), [1, 6 * state], biases), state, OnnxAttribute.Number("linear_before_reset", 1));
    }

    /// <inheritdoc/>
    public Tensor StepFromEnd(Tensor x, int back)
    {
        var step = x.Shape.Second - 1 - back;
        var made = Node("Gather", [NameOf(x), constants.Integer($"index_{step}", step)], OnnxAttribute.Number("axis", 1));
        return Named(made, new TensorShape(x.Shape.First, x.Shape.Third));
    }

    /// <inheritdoc/>
    public Tensor MeanSteps(Tensor x) => Named(
        Node("ReduceMean", [NameOf(x)], OnnxAttribute.Numbers("axes", [1]), OnnxAttribute.Number("keepdims", 0)),
        new TensorShape(x.Shape.First, x.Shape.Third));

    /// <inheritdoc/>
    public Tensor WeightedSteps(Tensor x, Tensor weights)
    {
        var row = Node("Reshape", [NameOf(weights), Numbers(-1, 1, x.Shape.Second)]);
        var sum = Node("MatMul", [row, NameOf(x)]);
        return Named(Node("Reshape", [sum, Numbers(-1, x.Shape.Third)]), new TensorShape(x.Shape.First, x.Shape.Third));
    }

    private string Turn(string x, params long[] order) => Node("Transpose", [x], OnnxAttribute.Numbers("perm", order));

    private Tensor Recurrent(string type, Tensor x, string weight, string recurrent, string bias, int state, ProtobufMessage attribute)
    {
        var made = Node(type, [Turn(NameOf(x), 1, 0, 2), weight, recurrent, bias], OnnxAttribute.Number("hidden_size", state), attribute);
        return Named(Turn(Node("Squeeze", [made, Numbers(1)]), 1, 0, 2), x.Shape.WithLast(state));
    }

    /// <summary>[1, gates * state, inner] a matrix with rows and columns exchanged and its gates in ONNX's order.</summary>
    private string Matrix(Tensor matrix, int[] order, int state)
    {
        var (inner, outer) = (matrix.Shape.First, matrix.Shape.Second);
        ReadOnlySpan<float> values = weights.Of(_parameters[matrix.Id]);
        var turned = new float[values.Length];
        for (var row = 0; row < outer; row++)
        {
            var from = (order[row / state] * state) + (row % state);
            for (var column = 0; column < inner; column++)
            {
                turned[(row * inner) + column] = values[(column * outer) + from];
            }
        }

        return constants.Floats(NameOf(matrix), [1, outer, inner], turned);
    }

    private float[] Gates(Tensor bias, int[] order, int state)
    {
        var values = weights.Of(_parameters[bias.Id]).ToArray();
        return [.. order.SelectMany(gate => values.Skip(gate * state).Take(state))];
    }
}
