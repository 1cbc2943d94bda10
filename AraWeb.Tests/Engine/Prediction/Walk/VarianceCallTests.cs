using AraWeb.Engine.Prediction.Walk;
using AraWeb.Engine.Volatility;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Prediction.Walk;

public sealed class VarianceCallTests
{
    private const int Horizon = 5;

    [Fact]
    public void ProbabilityAbove_PersistentVolatility_IsCalibratedAndSurerCallsAreRightMoreOften()
    {
        const int seed = 51;
        var (all, right, sure, rightAndSure, stated) = (0, 0, 0, 0, 0.0);
        Run(seed, 6000, (call, came) =>
        {
            var hit = call.ProbabilityAbove > 0.5 == came;
            stated += Math.Max(call.ProbabilityAbove, 1 - call.ProbabilityAbove);
            all++;
            right += hit ? 1 : 0;
            if (call.Sure)
            {
                sure++;
                rightAndSure += hit ? 1 : 0;
            }
        });
        var accuracy = (double)right / all;
        var selected = (double)rightAndSure / sure;
        Assert.True(Math.Abs((stated / all) - accuracy) < 0.04, $"seed {seed}: stated {stated / all:P1}, right {accuracy:P1}");
        Assert.True(selected > accuracy + 0.02, $"seed {seed}: {selected:P1} of the surer calls, {accuracy:P1} of all");
        Assert.True(Math.Abs(((double)sure / all) - 0.6) < 0.1, $"seed {seed}: {(double)sure / all:P1} are calls");
    }

    [Fact]
    public void ProbabilityAbove_TooFewBars_IsUnknown()
    {
        var call = new VarianceCall(Horizon);
        for (var t = 0; t < 200; t++)
        {
            call.Add(0.0001, 0.0001);
        }

        Assert.True(double.IsNaN(call.ProbabilityAbove));
        Assert.False(call.IsCall(1));
    }

    private static void Run(int seed, int bars, Action<(double ProbabilityAbove, bool Sure), bool> judge)
    {
        var random = new Random(seed);
        var call = new VarianceCall(Horizon);
        var model = new Ewma(0.9, usesRange: true);
        var open = new Queue<(double ProbabilityAbove, bool Sure, double Median)>();
        var recent = new Queue<double>();
        var log = 0.0;
        Span<double> forecast = stackalloc double[1];
        for (var t = 0; t < bars; t++)
        {
            log = (0.97 * log) + (0.2 * SampleBars.Normal(random));
            var variance = 0.0001 * Math.Exp(log + (0.4 * SampleBars.Normal(random)));
            recent.Enqueue(variance);
            if (recent.Count > Horizon)
            {
                recent.Dequeue();
            }

            if (open.Count == Horizon && open.Dequeue() is var then && !double.IsNaN(then.ProbabilityAbove))
            {
                judge((then.ProbabilityAbove, then.Sure), recent.Average() > then.Median);
            }

            model.Add(new VarianceObservation(variance, 0));
            model.Forecast(forecast);
            call.Add(variance, forecast[0]);
            open.Enqueue((call.ProbabilityAbove, call.IsCall(0.6), call.Median));
        }
    }
}
