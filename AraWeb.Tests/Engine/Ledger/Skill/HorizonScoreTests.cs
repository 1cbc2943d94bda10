using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Skill;

namespace AraWeb.Tests.Engine.Ledger.Skill;

/// <summary>Scores against Python (numpy and scipy, from the formulas): the forecast of <see cref="Entries.Horizon"/> one bar ahead, and its rivals.</summary>
public sealed class HorizonScoreTests
{
    private static readonly FrozenHorizon Forecast = Entries.Horizon(1, Entries.LastBar);
    private static readonly FrozenBaselines Rivals = new(0.0005, 0.011, 0.012, 0.013, double.NaN);

    [Theory]
    [InlineData(0.0123, 0.007331675, 0.0022465555555555555, -3.20563059811818, 0.249001)]
    [InlineData(-0.03, 0.024118925, 0.009777666666666667, 0.5835254780187613, 0.251001)]
    [InlineData(0.0, 0.002082675, 0.0009565555555555558, -3.598673186227787, 0.251001)]
    public void Of_Forecast_EqualsPython(double outcome, double crps, double pinball, double logLoss, double brier)
    {
        var score = HorizonScore.Of(Forecast.Returns.Values, Forecast.ProbabilityUp, outcome);

        Assert.Equal(crps, score.Crps, 12);
        Assert.Equal(pinball, score.Pinball, 12);
        Assert.Equal(logLoss, score.LogLoss, 10);
        Assert.Equal(brier, score.Brier, 12);
    }

    [Theory]
    [InlineData(BaselineKind.Drift, 0.0123, 0.006966554176994017, -3.1118646769286413, 0.23220110861531806)]
    [InlineData(BaselineKind.Drift, -0.03, 0.02400316620331538, 0.17853264591921691, 0.268456103719691)]
    [InlineData(BaselineKind.Cone, 0.0123, 0.007227604556720749, -3.0248532999390116, 0.25)]
    [InlineData(BaselineKind.EwmaT5, -0.03, 0.022944639694274283, -0.6207915582003135, 0.25)]
    [InlineData(BaselineKind.LastPrice, -0.03, 0.03, double.NaN, double.NaN)]
    [InlineData(BaselineKind.AlwaysUp, 0.0123, double.NaN, double.NaN, 0)]
    [InlineData(BaselineKind.AlwaysUp, 0.0, double.NaN, double.NaN, 1)]
    [InlineData(BaselineKind.Har, 0.0123, double.NaN, double.NaN, double.NaN)]
    public void Of_Rival_EqualsPython(BaselineKind kind, double outcome, double crps, double logLoss, double brier)
    {
        var score = HorizonScore.Of(BaselineDistribution.Of(kind, Rivals), outcome);

        Assert.Equal(crps, score.Crps, 10);
        Assert.Equal(logLoss, score.LogLoss, 8);
        Assert.Equal(brier, score.Brier, 10);
    }

    [Fact]
    public void All_Rivals_ComeInTheirOrder()
    {
        var rivals = BaselineDistribution.All(Rivals);

        Assert.Equal(Enum.GetValues<BaselineKind>(), rivals.Select(rival => rival.Kind));
        Assert.Equal([true, true, false, true, true, false], rivals.Select(rival => rival.IsDistribution));
        Assert.Equal(9, Quantiles.Levels.Length);
    }
}
