using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Linear;

namespace AraWeb.Tests.Engine.Models.Linear;

public sealed class LinearForecasterTests
{
    public static TheoryData<string> Ids => ["ridge", "lasso", "elastic_net"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_ColumnsThatDoNotVaryInAFold_LeaveThePenaltyAndTheForecastFinite(string id)
    {
        // Never known, constant, and one that leaves its value in few rows, so that some folds see it constant.
        var data = LinearSample.WithColumn(LinearSample.Draw(300, 12, 1, 1, 5), 3, _ => double.NaN);
        data = LinearSample.WithColumn(data, 5, _ => 1e-3);
        data = LinearSample.WithColumn(data, 7, row => row[0] > 2.4 ? 1 : 0);
        var fitted = Fit(id, data);
        Assert.All(fitted.Fits, fit =>
        {
            Assert.True(double.IsFinite(fit.Penalty) && double.IsFinite(fit.FoldError), $"penalty {fit.Penalty}, error {fit.FoldError}");
            Assert.Equal((0.0, 0.0), (fit.Coefficients[3], fit.Coefficients[5]));
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_ConstantColumn_GetsZeroAndChangesNothing(string id)
    {
        const double constant = 0.1;
        var data = LinearSample.WithColumn(LinearSample.Draw(300, 4, 1, 1, 5), 3, _ => constant);
        var fitted = Fit(id, data);
        Assert.All(fitted.Fits, fit => Assert.Equal(0, fit.Coefficients[3]));
        Assert.Equal((constant, 0.0), (fitted.FeatureMeans[3], fitted.FeatureDeviations[3]));
        Assert.Equal(Say(fitted, 1, 2, 3, constant), Say(fitted, 1, 2, 3, 1e9));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_ColumnNeverKnown_GetsZeroAndIsReported(string id)
    {
        var fitted = Fit(id, LinearSample.WithColumn(LinearSample.Draw(300, 4, 2, 1), 3, _ => double.NaN));
        Assert.Equal(0, fitted.Fits[0].Coefficients[3]);
        Assert.Equal(1, fitted.MissingShares[3]);
        Assert.True(double.IsFinite(Say(fitted, 1, 2, 3, double.NaN)[0].Mean));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_DuplicateColumn_ForecastsAsWithoutIt(string id)
    {
        // Lasso and elastic net may share between twins as they like; the sum counts. For ridge twins count as one column with less penalty.
        var data = LinearSample.Draw(500, 3, 3, 1);
        var fitted = Fit(id, LinearSample.WithColumn(data, 2, row => row[0]), new LinearSettings { Penalty = 1e-3, Tolerance = 1e-8 });
        var single = Fit(id, LinearSample.WithColumn(data, 2, _ => 0), new LinearSettings { Penalty = 1e-3, Tolerance = 1e-8 });
        var fit = fitted.Fits[0];
        Assert.Equal(LinearFitStatus.Converged, fit.Status);
        Assert.Equal(single.Fits[0].Coefficients[0], fit.Coefficients[0] + fit.Coefficients[2], 1e-3);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_DuplicateRows_IsTheFitWithDoubleWeights(string id)
    {
        var data = LinearSample.Draw(200, 3, 4, 1);
        var settings = new LinearSettings { Penalty = 0.02, Tolerance = 1e-12 };
        double[] features = [.. data.Features.ToArray(), .. data.Features.ToArray()];
        double[] targets = [.. data.Targets.ToArray(), .. data.Targets.ToArray()];
        var twice = Fit(id, data with { Features = features, Targets = targets, Weights = Enumerable.Repeat(1.0, 400).ToArray() }, settings);
        var heavy = Fit(id, data with { Weights = Enumerable.Repeat(2.0, 200).ToArray() }, settings);
        for (var j = 0; j < 3; j++)
        {
            Assert.Equal(heavy.Fits[0].Coefficients[j], twice.Fits[0].Coefficients[j], 1e-10);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_MillionToOneScales_ForecastsTheSame(string id)
    {
        var data = LinearSample.Draw(400, 3, 5, 1);
        var large = LinearSample.WithColumn(LinearSample.WithColumn(data, 0, row => (1e6 * row[0]) + 3e6), 1, row => 1e-6 * row[1]);
        Assert.Equal(Say(Fit(id, data), 0.5, -1, 2)[0].Mean, Say(Fit(id, large), 3.5e6, -1e-6, 2)[0].Mean, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_FewerRowsThanFolds_IsRefused(string id)
    {
        var error = Assert.Throws<ModelException>(() => Fit(id, LinearSample.Draw(4, 3, 6, 1)));
        Assert.Contains("5 folds", error.Message, StringComparison.Ordinal);
        Assert.Throws<ModelException>(() => Fit(id, LinearSample.Draw(40, 3, 6, 39)));
    }

    [Fact]
    public void Bounds_PanelOfBars_PurgesWholeBars()
    {
        // Bars 0 to 11 with one row and three rows in turn, two folds, horizon 2. By hand: fold 1 tests bars 0 to 5 (rows 0 to 11) and learns from bars 8 to
        // 11 (rows 16 to 23); fold 2 tests rows 12 to 23 and learns from bars 0 to 3 (rows 0 to 7).
        int[] bars = [.. Enumerable.Range(0, 12).SelectMany(bar => Enumerable.Repeat(bar, bar % 2 == 0 ? 1 : 3))];
        var data = LinearSample.Draw(24, 2, 16, 2) with { Bars = bars };
        Assert.Equal([0, 8, 12, 16, 24], new PenaltySearch(data, new LinearSettings { Folds = 2 }).Bounds);
    }

    [Fact]
    public void Bounds_EveryFifthBar_PurgesByBarsNotByRows()
    {
        // Bars 0, 5 .. 55, two folds of 28 bars, horizon 4: bars 28 to 31 and 24 to 27 are purged, so only rows 6 (bar 30) and 5 (bar 25) fall out.
        var data = LinearSample.Draw(12, 2, 17, 4) with { Bars = Enumerable.Range(0, 12).Select(i => 5 * i).ToArray() };
        Assert.Equal([0, 5, 6, 7, 12], new PenaltySearch(data, new LinearSettings { Folds = 2 }).Bounds);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_BarsThatDescendOrDoNotFit_AreRefused(string id)
    {
        var data = LinearSample.Draw(50, 3, 18, 1);
        Assert.Throws<ModelException>(() => Fit(id, data with { Bars = Enumerable.Range(0, 50).Reverse().ToArray() }));
        Assert.Throws<ModelException>(() => Fit(id, data with { Bars = new[] { 1, 2, 3 } }));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_FewerRowsThanColumns_StillHasASolution(string id)
    {
        var data = LinearSample.Draw(30, 60, 7, 1);
        var fitted = Fit(id, data);
        Assert.True(fitted.Fits[0].Deviation > 0);
        Assert.True(double.IsFinite(Say(fitted, data.Features.Span[..60].ToArray())[0].Mean));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_InfiniteFeature_IsRefusedByName(string id)
    {
        var data = LinearSample.WithColumn(LinearSample.Draw(50, 3, 8, 1), 1, row => row[0] > 0 ? double.PositiveInfinity : 0);
        Assert.Contains("'f1'", Assert.Throws<ModelException>(() => Fit(id, data)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_BadWeights_AreRefused(string id)
    {
        var data = LinearSample.Draw(50, 3, 9, 1);
        foreach (var weight in (double[])[0, -1, double.NaN, double.PositiveInfinity])
        {
            Assert.Throws<ModelException>(() => Fit(id, data with { Weights = Enumerable.Repeat(weight, 50).ToArray() }));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_SignalInNoise_FindsIt(string id)
    {
        const int seed = 10;
        var fitted = Fit(id, LinearSample.Draw(4000, 10, seed, 1), new LinearSettings { UseOneStandardError = false });
        var slopes = fitted.Fits[0].Coefficients;
        Assert.True(Math.Abs(slopes[0] - 0.5) < 0.06 && Math.Abs(slopes[1] + 0.3) < 0.06, $"{slopes[0]} {slopes[1]}, seed {seed}");
        Assert.True(Math.Abs(fitted.Fits[0].Deviation - 1) < 0.05, $"{fitted.Fits[0].Deviation}, seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fit_OneStandardErrorOnNoise_TakesALargerPenalty(string id)
    {
        var data = LinearSample.Draw(400, 20, 11, 1);
        var strict = Fit(id, data).Fits[0];
        var best = Fit(id, data, new LinearSettings { UseOneStandardError = false }).Fits[0];
        Assert.True(strict.Penalty > best.Penalty, $"{strict.Penalty} {best.Penalty}");
        Assert.InRange(strict.FoldError, best.FoldError, best.FoldError + best.FoldStandardError);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Load_OneByteChangedOrCutOff_IsRefused(string id)
    {
        var model = Make(id, new LinearSettings());
        using var file = new MemoryStream();
        model.Fit(LinearSample.Draw(100, 3, 12, 1), 1, CancellationToken.None).Save(file);
        var sound = file.ToArray();
        for (var at = 0; at < sound.Length; at++)
        {
            var changed = (byte[])sound.Clone();
            changed[at] ^= 0x10;
            using var stream = new MemoryStream(changed);
            Assert.Throws<ModelException>(() => model.Load(stream));
            using var cut = new MemoryStream(sound[..at]);
            Assert.Throws<ModelException>(() => model.Load(cut));
        }

        using var longer = new MemoryStream([.. sound, 0]);
        Assert.Throws<ModelException>(() => model.Load(longer));
        using var other = new MemoryStream(sound);
        Assert.Throws<ModelException>(() => Make(id == "ridge" ? "lasso" : "ridge", new LinearSettings()).Load(other));
    }

    [Fact]
    public void Load_Ridge_KeepsIntervals()
    {
        var model = new RidgeForecaster();
        var fitted = (FittedLinear)model.Fit(LinearSample.Draw(100, 3, 13, 1, 5), 1, CancellationToken.None);
        using var file = new MemoryStream();
        fitted.Save(file);
        file.Position = 0;
        Assert.Equal(fitted.MeanInterval([1, 2, 3], 1, 0.8), ((FittedLinear)model.Load(file)).MeanInterval([1, 2, 3], 1, 0.8));
    }

    [Fact]
    public void MeanInterval_ManySamples_HoldsAsOftenAsItSays()
    {
        // 400 samples, level 0.9: the share's own deviation is 0.015. Nothing but the penalty's small bias moves it.
        var held = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var fitted = Fit("ridge", LinearSample.Draw(80, 3, 1000 + seed, 1), new LinearSettings { Penalty = 1e-3 });
            var (lower, upper) = fitted.MeanInterval([1, 1, 1], 0, 0.9);
            held += lower <= 0.2 && 0.2 <= upper ? 1 : 0;
        }

        Assert.InRange(held / 400.0, 0.85, 0.95);
    }

    [Fact]
    public void MeanInterval_Lasso_SaysThereIsNoTheory() =>
        Assert.Throws<ModelException>(() => Fit("lasso", LinearSample.Draw(100, 3, 14, 1)).MeanInterval([1, 2, 3], 0, 0.9));

    [Fact]
    public void Predict_OtherWidth_IsRefused() =>
        Assert.Throws<ModelException>(() => Say(Fit("ridge", LinearSample.Draw(100, 3, 15, 1)), 1, 2));

    [Fact]
    public void Constructor_SettingOutOfRange_IsRefused()
    {
        Assert.Throws<InputException>(() => new RidgeForecaster(new LinearSettings { Penalty = 0 }));
        Assert.Throws<InputException>(() => new LassoForecaster(new LinearSettings { Folds = 1 }));
        Assert.Throws<InputException>(() => new ElasticNetForecaster(new ElasticNetSettings(0, new LinearSettings())));
    }

    private static FittedLinear Fit(string id, TrainingSet data) => Fit(id, data, new LinearSettings());

    private static FittedLinear Fit(string id, TrainingSet data, LinearSettings settings) =>
        (FittedLinear)Make(id, settings).Fit(data, 1, CancellationToken.None);

    private static IForecaster Make(string id, LinearSettings settings) => id switch
    {
        "ridge" => new RidgeForecaster(settings),
        "lasso" => new LassoForecaster(settings),
        _ => new ElasticNetForecaster(new ElasticNetSettings(0.5, settings)),
    };

    private static StandardizedForecast[] Say(FittedLinear fitted, params double[] row)
    {
        var forecasts = new StandardizedForecast[fitted.Fits.Count];
        fitted.Predict(row, forecasts);
        return forecasts;
    }
}
