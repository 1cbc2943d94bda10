using AraWeb.Engine.Models.Neural;
using AraWeb.Engine.Models.Neural.Managed;
using AraWeb.Engine.Models.Neural.Networks;
using AraWeb.Engine.Models.Neural.Training;
using AraWeb.Tests.Shared;
using MathNet.Numerics.Distributions;

namespace AraWeb.Tests.Engine.Models.Neural.Networks;

public sealed class NetworkTests
{
    private const int Features = 64;
    private static readonly NetworkLengths Lengths = new(Features, NetworkLengths.UsualSteps, 3, NetworkLengths.UsualLevels);

    public static TheoryData<string> Architectures => ["transformer", "cnn_lstm", "gru"];

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Parameters_UsualLengths_StayBelowHundredThousand(string architecture) =>
        Assert.InRange(Make(architecture).Parameters.LearnedCount, 40_000, 100_000);

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Run_Untrained_SaysZeroAndTheQuantilesOfANormal(string architecture)
    {
        var network = Make(architecture);
        var (means, quantiles) = Say(network, Begin(network), Windows(3), LaneTeam.OfAllProcessors());
        Assert.All(means, mean => Assert.Equal(0, mean));
        for (var i = 0; i < quantiles.Length; i++)
        {
            Assert.Equal(Normal.InvCDF(0, 1, Lengths.Levels[i % Lengths.Levels.Count]), quantiles[i], 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Run_OneByOneOrTogether_SaysTheSameToTheBit(string architecture)
    {
        var network = Make(architecture);
        var weights = Trained(network);
        var (together, quantiles) = Say(network, weights, Windows(7), LaneTeam.OfAllProcessors());
        for (var row = 0; row < 7; row++)
        {
            var one = Windows(7).AsMemory(row * Features * Lengths.Steps, Features * Lengths.Steps).ToArray();
            var (alone, aloneQuantiles) = Say(network, weights, one, team: null);
            Assert.Equal(together[(row * 3)..((row + 1) * 3)], alone);
            Assert.Equal(quantiles[(row * 27)..((row + 1) * 27)], aloneQuantiles);
        }

        Assert.NotEqual(together[0], together[3]);
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Run_AnyWeights_QuantilesAscend(string architecture)
    {
        var network = Make(architecture);
        var (_, quantiles) = Say(network, Trained(network), Windows(5), team: null);
        for (var i = 1; i < quantiles.Length; i++)
        {
            Assert.True(i % Lengths.Levels.Count == 0 || quantiles[i] > quantiles[i - 1], $"quantile {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Gradient_AnyNumberOfThreads_IsTheSameToTheBit(string architecture)
    {
        var network = Make(architecture);
        var weights = Trained(network);
        var batch = Batch(37);
        var one = new GradientPass(network, weights, new LaneTeam(1));
        var loss = one.Run(batch, 5, CancellationToken.None);
        var many = new GradientPass(network, weights, new LaneTeam(4));
        for (var run = 0; run < 3; run++)
        {
            Assert.Equal(loss, many.Run(batch, 5, CancellationToken.None));
            Assert.Equal(one.Gradient, many.Gradient);
        }

        Assert.NotEqual(loss, many.Run(batch, 6, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Gradient_SteadyState_AllocatesNothing(string architecture)
    {
        var network = Make(architecture);
        var pass = new GradientPass(network, Begin(network), new LaneTeam(1));
        var batch = Batch(20);
        pass.Run(batch, 1, CancellationToken.None);
        pass.Run(batch, 2, CancellationToken.None);
        Assert.Equal(0, Allocation.Fewest(() => pass.Run(batch, 3, CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Run_SteadyState_AllocatesNothing(string architecture)
    {
        var network = Make(architecture);
        var runner = new NetworkRunner(network, Begin(network), team: null);
        var (windows, means) = (Windows(4), new float[12]);
        runner.Run(windows, means, default);
        runner.Run(windows, means, default);
        Assert.Equal(0, Allocation.Fewest(() => runner.Run(windows, means, default)));
    }

    [Theory]
    [InlineData("transformer")]
    [InlineData("cnn_lstm")]
    public void StepWeights_NetworksThatWeighBars_SumToOne(string architecture)
    {
        var network = Make(architecture);
        var runner = new NetworkRunner(network, Trained(network), team: null);
        runner.Read(Windows(1), 0, (_, engine, output) =>
        {
            var weights = engine.Values(output.StepWeights!.Value).ToArray();
            Assert.Equal(Lengths.Steps, weights.Length);
            Assert.Equal(1, weights.Sum(), 1e-5);
            Assert.All(weights, weight => Assert.InRange(weight, 1e-6f, 0.5f));
        });
    }

    [Fact]
    public void AttentionWeights_Transformer_RowsOfEveryHeadSumToOne()
    {
        var network = Make("transformer");
        var runner = new NetworkRunner(network, Trained(network), team: null);
        runner.Read(Windows(1), 0, (_, engine, output) =>
        {
            var weights = engine.AttentionWeights(output.LastAttention!.Value);
            Assert.Equal(new TensorShape(1, 8, 60, 60), weights.Shape);
            var values = engine.Values(weights).ToArray();
            for (var row = 0; row < weights.Shape.Rows; row++)
            {
                Assert.Equal(1, values.AsSpan(row * 60, 60).ToArray().Sum(), 1e-4);
            }
        });
    }

    private static INetwork Make(string architecture) => architecture switch
    {
        "transformer" => new FinancialTransformer(Lengths),
        "cnn_lstm" => new ConvolutionLstm(Lengths),
        _ => new GatedRecurrent(Lengths),
    };

    private static NetworkWeights Begin(INetwork network)
    {
        var weights = new NetworkWeights(network.Parameters);
        network.Begin(weights, 1);
        weights.Of(network.Spread).Fill(1);
        return weights;
    }

    /// <summary>Weights as training might leave them: none at zero.</summary>
    private static NetworkWeights Trained(INetwork network)
    {
        var weights = Begin(network);
        foreach (var spec in network.Parameters.Specs.Where(spec => spec.Learns))
        {
            var noise = CongruentialStream.Take(spec.Shape.Count, spec.Number);
            for (var i = 0; i < noise.Length; i++)
            {
                weights.Of(spec.Number)[i] += (float)(0.2 * (noise[i] - 0.5));
            }
        }

        return weights;
    }

    private static (float[] Means, float[] Quantiles) Say(INetwork network, NetworkWeights weights, float[] windows, LaneTeam? team)
    {
        var count = windows.Length / (Lengths.Steps * Features);
        var (means, quantiles) = (new float[count * 3], new float[count * 3 * Lengths.Levels.Count]);
        new NetworkRunner(network, weights, team).Run(windows, means, quantiles);
        return (means, quantiles);
    }

    private static float[] Windows(int count) => [.. CongruentialStream.Take(count * Lengths.Steps * Features, 11).Select(value => (float)((2 * value) - 1))];

    private static TrainingBatch Batch(int count) =>
        new(Windows(count), [.. CongruentialStream.Take(count * 3, 12).Select(value => (float)value)], [.. Enumerable.Repeat(1f, count)]) { Count = count };
}
