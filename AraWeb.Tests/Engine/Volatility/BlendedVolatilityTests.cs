using AraWeb.Engine.Numerics;
using AraWeb.Engine.Volatility;

namespace AraWeb.Tests.Engine.Volatility;

public sealed class BlendedVolatilityTests
{
    [Fact]
    public void Forecast_BeforeAnyOutcome_IsTheMeanOfLogsByPriorWeights()
    {
        var blend = Blend(new Fixed(1, 0.0001), new Fixed(1, 0.0002));
        blend.Add(new VarianceObservation(0.0001, 0.01));
        var variances = new double[1];
        blend.Forecast(variances);
        Assert.Equal(Math.Exp((0.75 * Math.Log(0.0001)) + (0.25 * Math.Log(0.0002))), variances[0], 1e-15);
    }

    [Fact]
    public void Weights_OneMemberIsAlwaysRight_ItGainsOnTheOther()
    {
        var blend = Blend(new Fixed(1, 0.0002), new Fixed(1, 0.0001));
        for (var t = 0; t < 500; t++)
        {
            blend.Add(new VarianceObservation(0.0001, 0.01));
        }

        // Losses 0.1931 (2 - 1 - ln 2 inverted: 1/2 - ln(1/2) - 1) and 0 with twenty of 0.4: weights by the fourth power of their means.
        var count = (1 - Math.Pow(0.998, 499)) / 0.002;
        var wrong = ((Scores.Qlike(0.0001, 0.0002) * count) + 8) / (count + 20);
        var right = 8 / (count + 20);
        var first = 0.75 / Math.Pow(wrong, 4);
        var second = 0.25 / Math.Pow(right, 4);
        Assert.Equal(second / (first + second), blend.Weights(0)[1], 1e-9);
    }

    [Fact]
    public void Forecast_MemberIsOffByOrders_IsHeldNearTheFirst()
    {
        var blend = Blend(new Fixed(1, 0.0001), new Fixed(1, 100));
        blend.Add(new VarianceObservation(0.0001, 0.01));
        var variances = new double[1];
        blend.Forecast(variances);
        Assert.Equal(0.0001 * Math.Exp(0.25), variances[0], 1e-12);
    }

    [Fact]
    public void Forecast_SecondMemberHasNone_IsTheFirstAlone()
    {
        var blend = Blend(new Fixed(1, 0.0001), new Fixed(1, double.NaN));
        blend.Add(new VarianceObservation(0.0001, 0.01));
        var variances = new double[1];
        blend.Forecast(variances);
        Assert.Equal(0.0001, variances[0], 1e-18);
    }

    private static BlendedVolatility Blend(IVolatilityModel first, IVolatilityModel second) => new(new HorizonAnchors(1), (first, 0.75), (second, 0.25));

    /// <summary>Says the same at every bar.</summary>
    private sealed class Fixed(int readyAfter, double variance) : IVolatilityModel
    {
        private int _count;

        public string Id => "fixed";

        public bool IsReady => _count >= readyAfter && !double.IsNaN(variance);

        public void Add(in VarianceObservation observation) => _count++;

        public void Forecast(Span<double> variances) => variances.Fill(variance);
    }
}
