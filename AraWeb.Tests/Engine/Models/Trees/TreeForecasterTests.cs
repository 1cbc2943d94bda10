using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Trees;
using AraWeb.Engine.Numerics;

namespace AraWeb.Tests.Engine.Models.Trees;

/// <summary>What boosted forecasters do with files and with rows that are awkward; the contract tests have the rest.</summary>
public sealed class TreeForecasterTests
{
    private const int Seed = 20260303;
    private const int Width = 5;

    public static TheoryData<string> Ids => ["depthwise_boosting", "leafwise_boosting", "oblivious_boosting"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Load_OneByteChangedAnywhere_IsRefused(string id)
    {
        var model = Make(id);
        using var file = new MemoryStream();
        model.Fit(Sample(300), 1, CancellationToken.None).Save(file);
        var bytes = file.ToArray();
        for (var at = 0; at < bytes.Length; at += 1 + (bytes.Length / 40))
        {
            var damaged = (byte[])bytes.Clone();
            damaged[at] ^= 1;
            using var stream = new MemoryStream(damaged);
            Assert.Throws<ModelException>(() => model.Load(stream));
        }

        using var cut = new MemoryStream(bytes[..^1]);
        Assert.Throws<ModelException>(() => model.Load(cut));
    }

    [Fact]
    public void Load_FileOfAnotherModel_NamesIt()
    {
        using var file = new MemoryStream();
        Make("leafwise_boosting").Fit(Sample(300), 1, CancellationToken.None).Save(file);
        file.Position = 0;
        var error = Assert.Throws<ModelException>(() => Make("oblivious_boosting").Load(file));
        Assert.Contains("leafwise_boosting", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Predict_RowOfAnotherFeatureSet_IsRefused(string id)
    {
        var fitted = Make(id).Fit(Sample(300), 1, CancellationToken.None);
        var error = Assert.Throws<ModelException>(() => fitted.Predict(new double[Width + 1], new StandardizedForecast[2]));
        Assert.Contains($"{Width} features", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_FewRows_IsRefusedWithHowManyAreNeeded(string id)
    {
        var error = Assert.Throws<ModelException>(() => Make(id).Fit(Sample(29), 1, CancellationToken.None));
        Assert.Contains("29 rows", error.Message, StringComparison.Ordinal);
        Assert.Contains("at least 30 rows", error.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_ThirtyRows_SaysLittle(string id)
    {
        var forecasts = Say(Make(id).Fit(Sample(30), 1, CancellationToken.None), new double[Width]);
        Assert.All(forecasts, forecast => Assert.InRange(forecast.Mean, -0.2, 0.2));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_SignalInOneFeature_IsFound(string id)
    {
        // The target is 0.3 of the first feature plus noise of unit variance.
        var data = Sample(6000);
        var fitted = Make(id).Fit(data, 1, CancellationToken.None);
        var up = Say(fitted, [1.5, 0, 0, 0, double.NaN]);
        var down = Say(fitted, [-1.5, 0, 0, 0, double.NaN]);
        Assert.InRange(up[0].Mean, 0.2, 0.6);
        Assert.InRange(down[0].Mean, -0.6, -0.2);
        Assert.True(up[0].ProbabilityUp > 0.57 && down[0].ProbabilityUp < 0.43, $"seed {Seed}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_OneWildTarget_IsHeldBack(string id)
    {
        var data = Sample(400);
        var targets = data.Targets.ToArray();
        targets[20] = 1_000_000;
        var forecasts = Say(Make(id).Fit(data with { Targets = targets }, 1, CancellationToken.None), data.Features.Span.Slice(10 * Width, Width).ToArray());
        Assert.InRange(forecasts[0].Mean, -0.5, 0.5);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_WeightsOnAnyScale_GivesTheSameForecasts(string id)
    {
        var data = Sample(600);
        var plain = Say(Make(id).Fit(data, 1, CancellationToken.None), new double[Width]);
        var light = data with { Weights = Enumerable.Repeat(1.0 / 1024, 600).ToArray() };
        Assert.Equal(plain, Say(Make(id).Fit(light, 1, CancellationToken.None), new double[Width]));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_AllWeightsZero_IsRefused(string id) =>
        Assert.Throws<ModelException>(() => Make(id).Fit(Sample(100) with { Weights = new double[100] }, 1, CancellationToken.None));

    private static IForecaster Make(string id) => id switch
    {
        "depthwise_boosting" => new DepthwiseBoostingForecaster(),
        "leafwise_boosting" => new LeafwiseBoostingForecaster(),
        _ => new ObliviousBoostingForecaster(),
    };

    private static StandardizedForecast[] Say(IFittedForecaster fitted, double[] row)
    {
        var forecasts = new StandardizedForecast[2];
        fitted.Predict(row, forecasts);
        return forecasts;
    }

    private static TrainingSet Sample(int rows)
    {
        var random = new SeededNormals(Seed);
        var features = new double[rows * Width];
        random.Fill(features);
        var targets = new double[rows * 2];
        for (var row = 0; row < rows; row++)
        {
            targets[2 * row] = (0.3 * features[row * Width]) + random.Next();
            targets[(2 * row) + 1] = random.Next();
        }

        return new TrainingSet(["a", "b", "c", "d", "e"], [1, 5], features, targets, Enumerable.Repeat(1.0, rows).ToArray());
    }
}
