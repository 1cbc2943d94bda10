using AraWeb.Engine.Numerics.Covariance;

namespace AraWeb.Tests.Engine.Numerics.Covariance;

public sealed class CovarianceDiagnosisTests
{
    [Fact]
    public void Of_FourAssets_HasNumpysConditionNumber()
    {
        // numpy: linalg.cond(cov(X)).
        var diagnosis = CovarianceDiagnosis.Of(new SampleCovariance().Estimate(ReturnMatrix.From(SampleReturns.Four())));
        Assert.Equal(20.552323755988116, diagnosis.ConditionNumber, 1e-9);
        Assert.Equal(4, diagnosis.Rank);
        Assert.False(diagnosis.IsSingular);
        Assert.Empty(diagnosis.ConstantAssets);
        Assert.Empty(diagnosis.Duplicates);
    }

    [Fact]
    public void Of_MoreAssetsThanDays_IsSingularUntilShrunk()
    {
        var returns = SampleReturns.Many(assets: 30, days: 10, seed: 1);
        var sample = CovarianceDiagnosis.Of(new SampleCovariance().Estimate(returns));
        Assert.Equal(9, sample.Rank);
        Assert.True(sample.IsSingular);
        foreach (var shrunk in (ICovarianceEstimator[])[new LedoitWolfConstantCorrelation(), new LedoitWolfIdentity()])
        {
            var diagnosis = CovarianceDiagnosis.Of(shrunk.Estimate(returns));
            Assert.Equal(30, diagnosis.Rank);
            Assert.InRange(diagnosis.ConditionNumber, 1, 1e4);
        }
    }

    [Fact]
    public void Of_ConstantAndDuplicateAssets_NamesThem()
    {
        var returns = SampleReturns.Many(assets: 6, days: 40, seed: 2);
        returns[2].Fill(0.0001);
        for (var t = 0; t < 40; t++)
        {
            returns[5][t] = -3 * returns[1][t];
        }

        var diagnosis = CovarianceDiagnosis.Of(new SampleCovariance().Estimate(returns));
        Assert.Equal([2], diagnosis.ConstantAssets);
        Assert.Equal([(1, 5)], diagnosis.Duplicates);
        Assert.Equal(4, diagnosis.Rank);
        Assert.True(diagnosis.IsSingular);
    }
}
