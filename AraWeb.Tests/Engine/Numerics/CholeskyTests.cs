using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Tests.Engine.Numerics;

public sealed class CholeskyTests
{
    [Fact]
    public void Solve_ThreeByThree_IsExact()
    {
        // A = [[4, 2, 0], [2, 5, 3], [0, 3, 6]], x = [1, -2, 3], b = A x by hand.
        double[] a = [4, 2, 0, 2, 5, 3, 0, 3, 6];
        double[] b = [0, 1, 12];
        Assert.True(Cholesky.Solve(a, b));
        Assert.Equal([1.0, -2.0, 3.0], b.Select(value => Math.Round(value, 12)));
    }

    [Theory]
    [InlineData(new double[] { 1, 1, 1, 1 })]
    [InlineData(new double[] { 1, 2, 2, 1 })]
    [InlineData(new double[] { double.NaN, 0, 0, 1 })]
    public void Solve_NotPositiveDefinite_SaysSo(double[] a) => Assert.False(Cholesky.Solve(a, new double[] { 1, 1 }));
}
