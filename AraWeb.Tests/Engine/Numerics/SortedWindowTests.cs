using AraWeb.Engine.Numerics;

namespace AraWeb.Tests.Engine.Numerics;

public sealed class SortedWindowTests
{
    [Theory]
    [InlineData(0.05, 1.0)]
    [InlineData(0.25, 1.25)]
    [InlineData(0.5, 3.5)]
    [InlineData(0.975, 9.0)]
    public void Quantile_EightValues_EqualsNumpysWeibullMethod(double level, double expected)
    {
        // numpy 1.24.2: quantile([3, 1, 4, 1, 5, 9, 2, 6], level, method="weibull").
        var window = new SortedWindow(8);
        foreach (var value in (double[])[3, 1, 4, 1, 5, 9, 2, 6])
        {
            window.Add(value);
        }

        Assert.Equal(expected, window.Quantile(level), 12);
    }

    [Fact]
    public void Add_FullWindow_EqualsSortingTheLastValuesAfresh()
    {
        const int seed = 5;
        var random = new Random(seed);
        var window = new SortedWindow(37);
        var all = new List<double>();
        for (var i = 0; i < 500; i++)
        {
            var value = random.Next(20) / 4.0;
            window.Add(value);
            all.Add(value);
            Assert.True(window.Sorted.SequenceEqual(all.TakeLast(37).Order().ToArray()), $"seed {seed}, step {i}");
        }
    }

    [Fact]
    public void Quantile_Empty_IsNaN() => Assert.True(double.IsNaN(new SortedWindow(3).Quantile(0.5)));
}
