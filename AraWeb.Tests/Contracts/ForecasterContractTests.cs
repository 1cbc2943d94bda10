using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Contracts;

/// <summary>What every forecaster has to hold. Forecasters are found by reflection: a new file is tested by existing.</summary>
public sealed class ForecasterContractTests
{
    private const int Rows = 400;
    private const int Features = 6;
    private static readonly int[] Horizons = [1, 5, 20];

    public static TheoryData<Type> Forecasters => [.. typeof(IForecaster).Assembly.GetTypes()
        .Where(type => typeof(IForecaster).IsAssignableFrom(type) && type is { IsInterface: false, IsAbstract: false })];

    [Fact]
    public void Forecasters_InTheEngine_AreFound() => Assert.NotEmpty(Forecasters);

    [Theory]
    [MemberData(nameof(Forecasters))]
    public void Fit_SameSeed_SameForecast(Type type)
    {
        var model = Make(type);
        Assert.Equal(Say(model.Fit(Sample(1), 7, CancellationToken.None)), Say(model.Fit(Sample(1), 7, CancellationToken.None)));
    }

    [Theory]
    [MemberData(nameof(Forecasters))]
    public void Load_WhatSaveWrote_ForecastsTheSameToTheBit(Type type)
    {
        var model = Make(type);
        var fitted = model.Fit(Sample(2), 7, CancellationToken.None);
        using var file = new MemoryStream();
        fitted.Save(file);
        file.Position = 0;
        var loaded = model.Load(file);
        Assert.Equal(model.Id, loaded.Id);
        Assert.Equal(Say(fitted), Say(loaded));
    }

    [Theory]
    [MemberData(nameof(Forecasters))]
    public void Load_NotAModelFile_SaysSo(Type type)
    {
        using var file = new MemoryStream("no model"u8.ToArray());
        Assert.Throws<ModelException>(() => Make(type).Load(file));
    }

    [Theory]
    [MemberData(nameof(Forecasters))]
    public void Fit_NaNTarget_IsRefusedWithItsRow(Type type)
    {
        var data = Sample(3);
        var targets = data.Targets.ToArray();
        targets[(123 * Horizons.Length) + 1] = double.NaN;
        var error = Assert.Throws<ModelException>(() => Make(type).Fit(data with { Targets = targets }, 7, CancellationToken.None));
        Assert.Contains("123", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Forecasters))]
    public void Fit_Cancelled_Stops(Type type)
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Make(type).Fit(Sample(4), 7, cancelled.Token));
    }

    [Theory]
    [MemberData(nameof(Forecasters))]
    public void Predict_NoiseForTargets_ClaimsNoSkill(Type type)
    {
        // On pure noise a forecaster must not stray far from the zero baseline.
        const int seed = 5;
        var said = Say(Make(type).Fit(Sample(seed), 7, CancellationToken.None));
        Assert.All(said, forecast =>
        {
            Assert.True(Math.Abs(forecast.Mean) < 0.3, $"seed {seed}: mean {forecast.Mean}");
            Assert.InRange(forecast.ProbabilityUp, 0.35, 0.65);
        });
    }

    private static IForecaster Make(Type type) => (IForecaster)Activator.CreateInstance(type)!;

    private static StandardizedForecast[] Say(IFittedForecaster fitted)
    {
        var forecasts = new StandardizedForecast[Horizons.Length];
        fitted.Predict(CongruentialStream.Take(Features, 99), forecasts);
        return forecasts;
    }

    private static TrainingSet Sample(int seed)
    {
        var random = new Random(seed);
        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => SampleBars.Normal(random))];
        return new TrainingSet(
            [.. Enumerable.Range(0, Features).Select(i => $"f{i}")],
            Horizons,
            Draw(Rows * Features),
            Draw(Rows * Horizons.Length),
            Enumerable.Repeat(1.0, Rows).ToArray());
    }
}
