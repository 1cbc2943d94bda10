using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;

namespace AraWeb.Tests.Engine.Ensemble;

public sealed class PoolWeightsTests
{
    private static readonly PoolWeights Weights = new([0.2, 0.1], [[0.2, 0.1], [0.2, 0.1], [0.3, 0], [0, 0.4]]) { Spreads = new SpreadWeighing(0.5, [0.1, 0]) };

    // By hand: at three times the usual spread 1 + 0.5 (1 - 9) / (1 + 9) = 0.6 of the weight stays; the second member gives no account.
    [Fact]
    public void Of_UnsureMember_SaysLess()
    {
        Assert.Equal(0.2 * 0.6, Weights.Of(0, Said(1, 0.3), null), 1e-15);
        Assert.Equal(0.2, Weights.Of(0, Said(1, 0.1), null), 1e-15);
        Assert.Equal(0.2, Weights.Of(0, Said(1, 0), null));
        Assert.Equal(0.4, Weights.Of(1, Said(1, 0.3), RegimeType.HighVolatility));
    }

    [Fact]
    public void Pool_SilentMember_CountsAsSayingZero()
    {
        Assert.Equal((0.2 * 0.6 * 2) + (0.1 * -1), Weights.Pool([Said(2, 0.3), Said(-1, 0.3)], null), 1e-15);
        Assert.Equal(0.1 * -1, Weights.Pool([Said(double.NaN, 0), Said(-1, 0)], null), 1e-15);
    }

    [Fact]
    public void Only_SomeMembers_KeepTheirWeightsAndSpreads()
    {
        var one = Weights.Only([1]);
        Assert.Equal([0.1], one.All);
        Assert.Equal([0.4], one.In(RegimeType.HighVolatility));
        Assert.Equal([0.0], one.Spreads!.Usual);
    }

    // By hand: 3 / (4 + 0.5 / 0.25) = 0.5, and never outside 0 to 1.
    [Theory]
    [InlineData(3, 4, 0.5)]
    [InlineData(-3, 4, 0)]
    [InlineData(30, 4, 1)]
    public void Strength_KnownSums_IsRidgeWithinItsBounds(double products, double squares, double expected) =>
        Assert.Equal(expected, Stacking.Strength(products, squares, 0.5, StackingSettings.Default), 1e-15);

    [Fact]
    public void Strength_SpreadsLeftOut_IsNone() => Assert.Equal(0, Stacking.Strength(3, 4, 0.5, StackingSettings.Default with { Spread = 0 }));

    private static StandardizedForecast Said(double mean, double spread) => new(mean, 0.5) { Spread = spread };
}
