using AraWeb.Engine.Numerics.Covariance;
using AraWeb.Engine.Numerics.LinearAlgebra;
using AraWeb.Tests.Engine.Numerics.Covariance;

namespace AraWeb.Tests.Engine.Numerics;

public sealed class PivotedCholeskyTests
{
    [Theory]
    [InlineData(8, 40, 8)]
    [InlineData(30, 10, 9)]
    [InlineData(120, 60, 59)]
    public void Factor_Correlations_RebuildThemAtTheirRank(int assets, int days, int rank)
    {
        var correlations = new SampleCovariance().Estimate(SampleReturns.Many(assets, days, seed: 3)).Correlations();
        var factor = PivotedCholesky.Factor(correlations, assets);
        Assert.True(factor.IsSemidefinite, $"residual {factor.Residual}");
        Assert.Equal(rank, factor.Rank);
        for (var i = 0; i < assets; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < factor.Row(j).Length; k++)
                {
                    sum += factor.Row(i)[k] * factor.Row(j)[k];
                }

                Assert.Equal(correlations[(factor.Order[i] * assets) + factor.Order[j]], sum, 1e-12);
            }
        }
    }

    [Theory]
    [InlineData(new double[] { 1, 1, 1, 1 }, true, 1)]
    [InlineData(new double[] { 0, 0, 0, 0 }, true, 0)]
    [InlineData(new double[] { 1, 2, 2, 1 }, false, 1)]
    [InlineData(new double[] { 0, 1, 1, 0 }, false, 0)]
    [InlineData(new double[] { 1, 0, 0, -1 }, false, 1)]
    [InlineData(new double[] { 1, double.NaN, double.NaN, 1 }, false, 1)]
    public void Factor_SmallMatrices_AreJudged(double[] matrix, bool isSemidefinite, int rank)
    {
        var factor = PivotedCholesky.Factor(matrix, 2);
        Assert.Equal(isSemidefinite, factor.IsSemidefinite);
        Assert.Equal(rank, factor.Rank);
    }
}
