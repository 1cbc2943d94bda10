using System.Text.Json;
using AraWeb.Engine.Models.Neural.Managed;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Neural.Managed;

public sealed class ManagedEngineGradientTests
{
    public static TheoryData<string> Names => [.. OperationCase.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_EveryOperation_EqualsFiniteDifferences(string name)
    {
        var one = OperationCase.All[name];
        var weights = one.Weights();
        var engine = new ManagedEngine(weights);
        one.Run(engine);
        var gradients = engine.Gradients.ToArray();
        const float width = 1e-2f;
        foreach (var spec in weights.Parameters.Specs)
        {
            for (var k = 0; k < spec.Shape.Count; k += Math.Max(1, spec.Shape.Count / 23))
            {
                var at = spec.Offset + k;
                var value = weights.Values[at];
                weights.Values[at] = value + width;
                var above = one.Run(engine).Loss;
                weights.Values[at] = value - width;
                var below = one.Run(engine).Loss;
                weights.Values[at] = value;
                var expected = (above - below) / (2 * width);

                // Third derivatives over a width of 0.01, and single precision in the sums.
                var far = Math.Abs(gradients[at] - expected);
                Assert.True(far < 2e-3 + (0.01 * Math.Abs(expected)), $"{name} {spec.Name}[{k}]: {gradients[at]}, differences {expected}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Backward_EveryOperation_EqualsTorch(string name)
    {
        // PyTorch 1.13.0 in double precision; AraWeb.Tests/TestData/Neural/operations.py makes the numbers.
        using var golden = JsonDocument.Parse(Repository.Read("AraWeb.Tests", "TestData", "Neural", "operations.json"));
        var expected = golden.RootElement.GetProperty(name);
        var one = OperationCase.All[name];
        var weights = one.Weights();
        var engine = new ManagedEngine(weights);
        var (result, _) = one.Run(engine);
        AssertNear(expected.GetProperty("result"), result, $"{name} result");
        foreach (var spec in weights.Parameters.Specs)
        {
            AssertNear(expected.GetProperty(spec.Name), engine.Gradients.Slice(spec.Offset, spec.Shape.Count).ToArray(), $"{name} gradient of {spec.Name}");
        }
    }

    /// <summary>Compares the first elements and two sums over all that weigh every element differently.</summary>
    private static void AssertNear(JsonElement expected, float[] actual, string what)
    {
        double[] shown = [.. actual.Take(6), Sum(actual, 0.37), Sum(actual, 0.61)];
        var wanted = expected.EnumerateArray().Select(number => number.GetDouble()).ToArray();
        Assert.Equal(wanted.Length, Math.Min(6, actual.Length) + 2);
        var size = Math.Sqrt(actual.Sum(value => (double)value * value)) + 1;
        for (var i = 0; i < wanted.Length; i++)
        {
            var far = Math.Abs(shown[i] - wanted[i]);
            Assert.True(far < 2e-6 * size, $"{what} {i}: {shown[i]}, torch {wanted[i]}");
        }
    }

    private static double Sum(float[] values, double rate) => values.Select((value, i) => value * Math.Cos(rate * i)).Sum();
}
