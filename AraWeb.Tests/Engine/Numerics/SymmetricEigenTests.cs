using AraWeb.Engine.Numerics.LinearAlgebra;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Numerics;

public sealed class SymmetricEigenTests
{
    [Fact]
    public void Decompose_SecondDifferences_HasTheKnownValues()
    {
        // The eigenvalues of the n x n second-difference matrix are 2 - 2 cos(k pi / (n + 1)).
        double[] matrix = [2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2, -1, 0, 0, -1, 2];
        var eigen = SymmetricEigen.Decompose(matrix, 4);
        for (var k = 0; k < 4; k++)
        {
            Assert.Equal(2 - (2 * Math.Cos((k + 1) * Math.PI / 5)), eigen.Values[k], 1e-14);
        }

        Assert.True(eigen.IsConverged);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(17, 4)]
    [InlineData(60, 5)]
    public void Decompose_RandomMatrix_RebuildsItFromOrthonormalVectors(int n, int seed)
    {
        var u = CongruentialStream.Take(n * n, seed);
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                matrix[(i * n) + j] = matrix[(j * n) + i] = u[(i * n) + j] - 0.5;
            }
        }

        var eigen = SymmetricEigen.Decompose(matrix, n);
        Assert.True(eigen.IsConverged);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var (entry, product) = (0.0, 0.0);
                for (var k = 0; k < n; k++)
                {
                    entry += eigen.Values[k] * eigen.Vector(k)[i] * eigen.Vector(k)[j];
                    product += eigen.Vector(i)[k] * eigen.Vector(j)[k];
                }

                Assert.True(Math.Abs(matrix[(i * n) + j] - entry) < 1e-13, $"seed {seed}: entry {i}, {j}");
                Assert.True(Math.Abs((i == j ? 1 : 0) - product) < 1e-13, $"seed {seed}: vectors {i}, {j}");
            }
        }
    }

    [Fact]
    public void Decompose_DiagonalAndZeroMatrices_AreSortedAndExact()
    {
        Assert.Equal([-1, 2, 5], SymmetricEigen.Decompose([5, 0, 0, 0, -1, 0, 0, 0, 2], 3).Values);
        Assert.Equal([0, 0], SymmetricEigen.Decompose(new double[4], 2).Values);
    }

    [Fact]
    public void Decompose_NaN_IsRefused() => Assert.Throws<ArgumentException>(() => SymmetricEigen.Decompose([double.NaN], 1));
}
