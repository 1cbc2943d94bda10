using AraWeb.Engine.Numerics.Covariance;
using AraWeb.Engine.Numerics.LinearAlgebra;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Numerics.Covariance;

public sealed class NearestCorrelationTests
{
    [Fact]
    public void Repair_HighamsExample_EqualsHisAnswer()
    {
        // Higham (2002), "Computing the nearest correlation matrix: a problem from finance", section 4: [[1, 1, 0], [1, 1, 1], [0, 1, 1]].
        double[] matrix = [1, 1, 0, 1, 1, 1, 0, 1, 1];
        var repair = NearestCorrelation.Repair(matrix, 3);
        Assert.Equal([1, 0.7607, 0.1573, 0.7607, 1, 0.7607, 0.1573, 0.7607, 1], matrix.Select(value => Math.Round(value, 4)));
        Assert.True(repair.WasNeeded);
        Assert.True(repair.IsConverged, $"{repair}");

        // The same paper: the distance is 0.5278.
        Assert.Equal(0.5278, repair.Distance, 1e-4);
    }

    [Fact]
    public void Repair_ValidMatrix_IsLeftAlone()
    {
        double[] matrix = [1, 0.5, 1, 0.5, 1, 0.5, 1, 0.5, 1];
        var before = matrix.ToArray();
        Assert.False(NearestCorrelation.Repair(matrix, 3).WasNeeded);
        Assert.Equal(before, matrix);
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(40, 2)]
    public void Repair_RandomSymmetricMatrix_EndsInTheCone(int n, int seed)
    {
        var u = CongruentialStream.Take(n * n, seed);
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                matrix[(i * n) + j] = matrix[(j * n) + i] = i == j ? 1 : (2 * u[(i * n) + j]) - 1;
            }
        }

        var repair = NearestCorrelation.Repair(matrix, n);
        Assert.True(repair.WasNeeded);
        Assert.True(SymmetricEigen.Decompose(matrix, n).Values[0] > -1e-12, $"seed {seed}, {repair}");
        for (var i = 0; i < n; i++)
        {
            Assert.Equal(1, matrix[(i * n) + i]);
        }
    }
}
