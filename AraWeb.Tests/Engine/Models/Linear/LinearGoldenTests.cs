using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Linear;

namespace AraWeb.Tests.Engine.Models.Linear;

/// <summary>
/// Against scikit-learn 1.2.1: StandardScaler, then Ridge(alpha = 0.1 * sum of weights), Lasso(alpha = 0.1) and ElasticNet(alpha = 0.1, l1_ratio = 0.5) with
/// tol = 1e-15; coefficients and intercept of the raw columns. Folds and posterior by numpy 1.24 from the formulas.
/// </summary>
public sealed class LinearGoldenTests
{
    private static readonly LinearSettings Fixed = new() { Penalty = 0.1, Tolerance = 1e-14 };

    public static TheoryData<string, bool, double[]> Expected => new()
    {
        { "ridge", false, [0.48407908683737594, 0.12617315459002357, 0.26721105146961066, -1.200019975826157] },
        { "lasso", false, [0.45681361935960707, 0.11813819316914295, 0.20828870341137673, -1.0979327028183632] },
        { "elastic_net", false, [0.472560010122729, 0.12116187357814237, 0.24004460948782025, -1.138976327118717] },
        { "ridge", true, [0.4746072439674605, 0.13369075884704335, 0.2662606882878007, -1.3015574881028078] },
        { "lasso", true, [0.4108656412667095, 0.147025892381987, 0.1906576483546811, -1.4378532264449944] },
        { "elastic_net", true, [0.451362506184723, 0.13587283210527376, 0.23541098211848482, -1.3240482374301021] },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Fit_TwelveRows_HasTheCoefficientsOfScikitLearn(string id, bool isWeighted, double[] expected)
    {
        var fitted = (FittedLinear)Make(id, Fixed).Fit(isWeighted ? LinearSample.Weighted : LinearSample.Plain, 1, CancellationToken.None);
        Assert.Equal(LinearFitStatus.Converged, fitted.Fits[0].Status);
        for (var j = 0; j < 3; j++)
        {
            Assert.Equal(expected[j], fitted.Fits[0].Coefficients[j], 1e-9);
        }

        Assert.Equal(expected[3], fitted.Intercept(0), 1e-9);
    }

    [Fact]
    public void MeanInterval_TwelveRows_IsThatOfThePosterior()
    {
        var fitted = (FittedLinear)Make("ridge", Fixed).Fit(LinearSample.Plain, 1, CancellationToken.None);
        double[] row = [1, 10, 0.5];
        var forecasts = new StandardizedForecast[1];
        fitted.Predict(row, forecasts);
        Assert.Equal(0.6793961826462607, forecasts[0].Mean, 1e-9);
        Assert.Equal(0.9999660821197438, forecasts[0].ProbabilityUp, 1e-9);
        Assert.Equal(0.17054180068835587, fitted.Fits[0].Deviation, 1e-9);
        var (lower, upper) = fitted.MeanInterval(row, 0, 0.9);
        Assert.Equal(0.517194275073983, lower, 1e-8);
        Assert.Equal(0.8415980902185384, upper, 1e-8);
    }

    [Fact]
    public void Fit_UnknownValues_AreFilledWithTheMeanAndReported()
    {
        var fitted = (FittedLinear)Make("ridge", Fixed).Fit(LinearSample.Gapped, 1, CancellationToken.None);
        double[] means = [0.29215686274509806, 10.267441860465116, -0.1313725490196078];
        double[] deviations = [0.9176735678789057, 2.4427049782963266, 1.1186826987095835];
        double[] shares = [1 / 12.0, 2 / 12.0, 1 / 12.0];
        for (var j = 0; j < 3; j++)
        {
            Assert.Equal(means[j], fitted.FeatureMeans[j], 1e-12);
            Assert.Equal(deviations[j], fitted.FeatureDeviations[j], 1e-12);
            Assert.Equal(shares[j], fitted.MissingShares[j], 1e-12);
        }
    }

    [Fact]
    public void Fit_ThreeFoldsWithGaps_HasTheErrorsOfFoldsScaledOnTheirOwnRows()
    {
        // The second of the penalties 1000 and 0.1 wins.
        var settings = new LinearSettings { Folds = 3, PathLength = 2, PathRatio = 1e-4, UseOneStandardError = false };
        var ridge = ((FittedLinear)Make("ridge", settings).Fit(LinearSample.Gapped, 1, CancellationToken.None)).Fits[0];
        Assert.Equal((0.1, 2), (ridge.Penalty, ridge.Trials));
        Assert.Equal(0.4700315067481568, ridge.FoldError, 1e-9);
        Assert.Equal(0.1658008788140277, ridge.FoldStandardError, 1e-9);
    }

    [Fact]
    public void Choose_LassoWithGaps_HasTheErrorsOfFoldsScaledOnTheirOwnRows()
    {
        var settings = new LinearSettings { Folds = 3, PathLength = 2, PathRatio = 0.5, Tolerance = 1e-14 };
        var search = new PenaltySearch(LinearSample.Gapped, settings);
        Assert.Equal([0, 3, 4, 5, 7, 8, 9, 12], search.Bounds);
        var moments = LinearMoments.Gather(LinearSample.Gapped, search.Bounds, CancellationToken.None);
        var whole = new LinearProblem(moments.Columns, moments.Sum(_ => true));
        var choice = search.Choose(moments, whole, new LassoFrom(0.05, settings), CancellationToken.None)[0];
        Assert.Equal(0.05, choice.Penalty);
        Assert.Equal(0.5753370008978043, choice.Error, 1e-9);
        Assert.Equal(0.1863488613065102, choice.StandardError, 1e-9);
    }

    private static IForecaster Make(string id, LinearSettings settings) => id switch
    {
        "ridge" => new RidgeForecaster(settings),
        "lasso" => new LassoForecaster(settings),
        _ => new ElasticNetForecaster(new ElasticNetSettings(0.5, settings)),
    };

    /// <summary>A lasso whose path begins at a penalty of the test's choice.</summary>
    private sealed class LassoFrom(double largest, LinearSettings settings) : ILinearMethod
    {
        private readonly ElasticNetMethod _inner = new(1, settings);

        public double LargestPenalty(LinearProblem problem, int horizon) => largest;

        public ILinearPath Prepare(LinearProblem problem) => _inner.Prepare(problem);

        public LinearSolution Solve(LinearProblem problem, int horizon, double penalty, CancellationToken cancellationToken) =>
            _inner.Solve(problem, horizon, penalty, cancellationToken);
    }
}
