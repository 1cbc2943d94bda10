using AraWeb.Engine.Models.Neural;
using AraWeb.Engine.Models.Neural.Managed;

namespace AraWeb.Tests.Engine.Models.Neural.Managed;

/// <summary>
/// One operation on parameters whose elements are 0.7 sin(1.3 i + s + 0.5), i the element and s the parameter's number. The loss is half the squared
/// distance of
/// its result from 0.4 cos(0.9 i). TestData/Neural/operations.py does the same in PyTorch.
/// </summary>
internal sealed record OperationCase(TensorShape[] Shapes, Func<ITensorEngine, Tensor[], Tensor> Operation)
{
    private const float NoLimit = 1e9f;

    /// <summary>All cases by name.</summary>
    public static IReadOnlyDictionary<string, OperationCase> All { get; } = new Dictionary<string, OperationCase>(StringComparer.Ordinal)
    {
        ["linear"] = new([new(3, 4, 5), new(5, 7), new(7)], (e, p) => e.Linear(p[0], p[1], p[2])),
        ["linear_wide"] = new([new(2, 9, 40), new(40, 70), new(70)], (e, p) => e.Linear(p[0], p[1], p[2])),
        ["linear_deep"] = new([new(5, 200), new(200, 33), new(33)], (e, p) => e.Linear(p[0], p[1], p[2])),
        ["add"] = new([new(3, 5), new(3, 5)], (e, p) => e.Add(p[0], p[1])),
        ["subtract"] = new([new(3, 5), new(3, 5)], (e, p) => e.Subtract(p[0], p[1])),
        ["multiply"] = new([new(3, 5), new(3, 5)], (e, p) => e.Multiply(p[0], p[1])),
        ["scale"] = new([new(3, 5)], (e, p) => e.Scale(p[0], -1.5f)),
        ["add_steps"] = new([new(2, 3, 5), new(3, 5)], (e, p) => e.AddSteps(p[0], p[1])),
        ["gelu"] = new([new(3, 17)], (e, p) => e.Gelu(e.Scale(p[0], 4))),
        ["relu"] = new([new(3, 17)], (e, p) => e.Relu(p[0])),
        ["sigmoid"] = new([new(3, 17)], (e, p) => e.Sigmoid(e.Scale(p[0], 4))),
        ["tanh"] = new([new(3, 17)], (e, p) => e.Tanh(e.Scale(p[0], 3))),
        ["softplus"] = new([new(3, 17)], (e, p) => e.Softplus(e.Scale(p[0], 5))),
        ["softmax"] = new([new(4, 19)], (e, p) => e.Softmax(e.Scale(p[0], 3))),
        ["layer_norm"] = new([new(2, 3, 21), new(21), new(21)], (e, p) => e.LayerNorm(p[0], p[1], p[2])),
        ["attention"] = new([new(2, 7, 96)], (e, p) => e.Attention(p[0], 4)),
        ["attention_long"] = new([new(1, 37, 48)], (e, p) => e.Attention(p[0], 1)),
        ["convolution"] = new([new(2, 6, 3), new(3, 3, 5), new(5)], (e, p) => e.Convolution(p[0], p[1], p[2])),
        ["convolution_wide"] = new([new(1, 4, 2), new(7, 2, 3), new(3)], (e, p) => e.Convolution(p[0], p[1], p[2])),
        ["lstm"] = new([new(2, 5, 3), new(3, 64), new(16, 64), new(64)], (e, p) => e.Lstm(p[0], p[1], p[2], p[3], backwards: false)),
        ["lstm_backwards"] = new([new(2, 5, 3), new(3, 64), new(16, 64), new(64)], (e, p) => e.Lstm(p[0], p[1], p[2], p[3], backwards: true)),
        ["gru"] = new([new(2, 5, 3), new(3, 48), new(16, 48), new(48), new(48)], (e, p) => e.Gru(p[0], p[1], p[2], p[3], p[4])),
        ["gru_one"] = new([new(1, 6, 4), new(4, 96), new(32, 96), new(96), new(96)], (e, p) => e.Gru(p[0], p[1], p[2], p[3], p[4])),
        ["concat"] = new([new(2, 3, 4), new(2, 3, 5)], (e, p) => e.Concat(p[0], p[1])),
        ["columns"] = new([new(4, 9)], (e, p) => e.Columns(p[0], 2, 5)),
        ["step"] = new([new(2, 4, 5)], (e, p) => e.StepFromEnd(p[0], 1)),
        ["mean_steps"] = new([new(2, 4, 18)], (e, p) => e.MeanSteps(p[0])),
        ["weighted_steps"] = new([new(2, 4, 18), new(2, 4)], (e, p) => e.WeightedSteps(p[0], p[1])),
        ["cumulative_sum"] = new([new(3, 6)], (e, p) => e.CumulativeSum(p[0])),
        ["reshape"] = new([new(3, 8)], (e, p) => e.Gelu(e.Reshape(p[0], new TensorShape(3, 2, 4)))),
    };

    /// <summary>Parameters with their values.</summary>
    public NetworkWeights Weights()
    {
        var parameters = new ParameterSet();
        for (var s = 0; s < Shapes.Length; s++)
        {
            parameters.Declare($"p{s}", Shapes[s], ParameterKind.Weight);
        }

        var weights = new NetworkWeights(parameters);
        for (var s = 0; s < Shapes.Length; s++)
        {
            var values = weights.Of(s);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (float)(0.7 * Math.Sin((1.3 * i) + s + 0.5));
            }
        }

        return weights;
    }

    /// <summary>Computes result and loss, learning.</summary>
    public (float[] Result, double Loss) Run(ManagedEngine engine)
    {
        engine.BeginLearning(1);
        var result = Operation(engine, [.. Enumerable.Range(0, Shapes.Length).Select(engine.Parameter)]);
        var flat = engine.Reshape(result, new TensorShape(1, result.Shape.Count));
        var targets = engine.Give(flat.Shape);
        for (var i = 0; i < flat.Shape.Count; i++)
        {
            engine.Values(targets)[i] = (float)(0.4 * Math.Cos(0.9 * i));
        }

        var weights = engine.Give(new TensorShape(1));
        engine.Values(weights)[0] = 1;
        var loss = engine.HuberLoss(flat, targets, weights, NoLimit);
        engine.Gradients.Clear();
        engine.Backward(loss);
        var values = engine.Values(result).ToArray();
        return (values, values.Select((value, i) => 0.5 * Math.Pow(value - (float)(0.4 * Math.Cos(0.9 * i)), 2)).Sum());
    }
}
