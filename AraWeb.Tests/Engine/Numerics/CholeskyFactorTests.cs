using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Tests.Engine.Numerics;

public sealed class CholeskyFactorTests
{
    // numpy 1.24: A = [[4,2,0.6],[2,5,1],[0.6,1,3]], ridge 0.5; solve(A, [1,2,3]), x'inv(A)x for the same x, trace(inv(A)).
    private static readonly double[] Matrix = [4, 2, 0.6, 2, 5, 1, 0.6, 1, 3];

    [Fact]
    public void Solve_ThreeByThree_IsThatOfNumpy()
    {
        var factor = CholeskyFactor.Of(Matrix, 3, 0.5)!;
        double[] b = [1, 2, 3];
        factor.Solve(b);
        double[] expected = [0.022612882048289446, 0.211248085199504, 0.7929097673061493];
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(expected[i], b[i], 1e-14);
        }

        Assert.Equal(2.823838354365745, factor.InverseForm([1, 2, 3]), 1e-14);
        Assert.Equal(0.7934933255525567, factor.InverseTrace(), 1e-14);
    }

    [Fact]
    public void Of_IndefiniteMatrix_IsNull() => Assert.Null(CholeskyFactor.Of([1, 2, 2, 1], 2, 0.5));
}
