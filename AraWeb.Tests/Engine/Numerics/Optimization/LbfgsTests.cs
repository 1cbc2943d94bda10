using AraWeb.Engine.Numerics.Optimization;

namespace AraWeb.Tests.Engine.Numerics.Optimization;

public sealed class LbfgsTests
{
    [Fact]
    public void Minimise_Rosenbrock_FindsTheMinimum()
    {
        double[] point = [-1.2, 1, -1.2, 1, -1.2, 1];
        var minimum = Lbfgs.Minimise(Rosenbrock, point, 1e-9, 500, CancellationToken.None);
        Assert.Equal(MinimumStatus.Converged, minimum.Status);
        Assert.InRange(minimum.Residual, 0, 1e-9);
        Assert.All(point, value => Assert.Equal(1, value, 7));
    }

    [Fact]
    public void Minimise_BadlyScaledBowl_Converges()
    {
        var point = new double[50];
        Array.Fill(point, 3);
        var minimum = Lbfgs.Minimise(
            (x, gradient) =>
            {
                var sum = 0.0;
                for (var i = 0; i < x.Length; i++)
                {
                    var weight = Math.Pow(10, i / 20.0);
                    sum += 0.5 * weight * (x[i] - i) * (x[i] - i);
                    gradient[i] = weight * (x[i] - i);
                }

                return sum;
            },
            point, 1e-7, 1000, CancellationToken.None);
        Assert.Equal(MinimumStatus.Converged, minimum.Status);
        for (var i = 0; i < point.Length; i++)
        {
            Assert.Equal(i, point[i], 5);
        }
    }

    [Fact]
    public void Minimise_FewIterations_SaysSo() =>
        Assert.Equal(MinimumStatus.IterationLimit, Lbfgs.Minimise(Rosenbrock, new double[] { -1.2, 1 }, 1e-12, 3, CancellationToken.None).Status);

    [Fact]
    public void Minimise_FunctionWithAWrongGradient_Stalls()
    {
        double[] point = [1];
        var minimum = Lbfgs.Minimise(
            (x, gradient) =>
            {
                gradient[0] = -1;
                return x[0] * x[0];
            },
            point, 1e-9, 100, CancellationToken.None);
        Assert.Equal(MinimumStatus.Stalled, minimum.Status);
    }

    private static double Rosenbrock(ReadOnlySpan<double> x, Span<double> gradient)
    {
        gradient.Clear();
        var sum = 0.0;
        for (var i = 0; i + 1 < x.Length; i += 2)
        {
            var (bend, step) = (x[i + 1] - (x[i] * x[i]), 1 - x[i]);
            sum += (100 * bend * bend) + (step * step);
            gradient[i] = (-400 * bend * x[i]) - (2 * step);
            gradient[i + 1] = 200 * bend;
        }

        return sum;
    }
}
