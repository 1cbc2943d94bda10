using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Pipeline;
using AraWeb.Engine.Features.Targets;
using AraWeb.Engine.Features.Timeframes;
using AraWeb.Tests.Contracts;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Features.Pipeline;

public sealed class FeaturePipelineTests
{
    private const int Rows = 900;
    private const int Train = 600;

    private static readonly BarSeries Bars = IndicatorBars.Wild(Rows);
    private static readonly FeaturePipeline Pipeline = FeaturePipeline.Standard(new PipelineSettings());

    [Fact]
    public void Compute_AnyCut_KnowsNothingOfLaterBars()
    {
        var whole = Pipeline.Compute(Context(Bars));
        foreach (var length in new[] { 1, 50, 431, 777 })
        {
            var part = Pipeline.Compute(Context(Bars.Slice(0, length)));
            Assert.Equal(whole.Names, part.Names);
            for (var column = 0; column < part.Names.Count; column++)
            {
                Assert.True(whole[column][..length].SequenceEqual(part[column]), $"{part.Names[column]} of {length} rows depends on later bars.");
            }
        }
    }

    [Fact]
    public void Compute_NothingButBars_HasTheSameColumns()
    {
        var frame = Pipeline.Compute(FeatureContext.Of(Bars));
        Assert.Equal(Pipeline.Compute(Context(Bars)).Names, frame.Names);
        Assert.All(Values(frame, "news-sentiment"), value => Assert.Equal(double.NaN, value));
        Assert.All(Values(frame, "market:relative-return-1"), value => Assert.Equal(double.NaN, value));
    }

    [Fact]
    public void Compute_ExternalSeries_IsUsedFromTheMomentItIsKnown()
    {
        var closes = TimeframeAlignment.CloseTimes(Bars);
        var context = FeatureContext.Of(Bars) with { External = [new ExternalSeries("news-sentiment", [closes[10], closes[20] + 1], [0.5, -0.5])] };
        var values = Values(Pipeline.Compute(context), "news-sentiment");
        Assert.Equal([double.NaN, 0.5, 0.5, -0.5], new[] { 9, 10, 20, 21 }.Select(row => values[row]));

        // Thirty days after the second one it is too old.
        Assert.Equal([-0.5, double.NaN], new[] { 20 + (30 * 24), 21 + (30 * 24) }.Select(row => values[row]));
    }

    [Fact]
    public void Compute_Market_TakesBarsThatHadClosed()
    {
        // A market that trades the hours before ours: at the close of an hour its bar of the same hour is known.
        var values = Values(Pipeline.Compute(Context(Bars)), "market:relative-return-1");
        Assert.Equal(double.NaN, values[0]);
        Assert.Equal(0, values[1], 12);
    }

    [Fact]
    public void Fit_LaterRowsChanged_LearnsTheSame()
    {
        var changed = IndicatorBars.Map(Bars, (i, bar) => i < Train ? bar : bar with { Close = bar.Low, Volume = 7 });
        var (plain, other) = (Fit(Bars), Fit(changed));
        Assert.Equal(plain.Features, other.Features);
        Assert.Equal(plain.Importance, other.Importance);
    }

    [Fact]
    public void Fit_TargetReachesBeyondTheWindow_IsNotUsed()
    {
        var frame = Pipeline.Compute(Context(Bars));
        var target = Target.Direction(Bars, 5);
        var blind = target with { Values = [.. target.Values.Select((value, row) => row < Train - 5 ? value : 1 - value)] };
        var pipeline = new PipelineSettings();
        Assert.Equal(
            FeaturePipeline.Standard(pipeline).Fit(frame, target, 0, Train).Features,
            FeaturePipeline.Standard(pipeline).Fit(frame, blind, 0, Train).Features);
    }

    [Fact]
    public void Transform_TrainingWindow_IsScaledChosenAndWithoutGaps()
    {
        var fitted = Fit(Bars);
        var transformed = fitted.Transform(Pipeline.Compute(Context(Bars)));

        Assert.InRange(fitted.Features.Count, 5, 64);
        Assert.Equal("missing-share", transformed.Names[^1]);
        for (var column = 0; column < fitted.Features.Count; column++)
        {
            var window = transformed[column][..Train].ToArray();
            Assert.All(window, value => Assert.InRange(value, -5, 5));
            Assert.InRange(window.Order().ElementAt(Train / 2), -0.3, 0.3);
        }

        // Before any warm-up has ended everything is unknown, later next to nothing.
        Assert.True(Values(transformed, "missing-share")[0] > 0.5);
        Assert.InRange(Values(transformed, "missing-share")[Train], 0, 0.2);
    }

    [Fact]
    public void Fit_PlantedColumn_IsTheMostImportant()
    {
        var target = Target.ReturnOverVolatility(Bars, Enumerable.Repeat(0.01, Rows).ToArray(), 3);
        var random = new Random(5);
        var planted = target.Values.Select(value => value + (2 * SampleBars.Normal(random))).ToArray();
        var noise = target.Values.Select(_ => SampleBars.Normal(random)).ToArray();
        var twin = planted.Select(value => 3 * value).ToArray();
        var frame = new FeatureFrame(
            Bars.Symbol, Rows, [new FeatureValues("noise", noise), new FeatureValues("planted", planted), new FeatureValues("twin", twin)]);
        var fitted = Pipeline.Fit(frame, target, 0, Train);

        Assert.Equal(["planted", "noise"], fitted.Features.Select(feature => feature.Importance.Name));
        Assert.True(fitted.Importance[0].T > 5 && fitted.Importance[0].Stability == 1);
        Assert.InRange(Math.Abs(fitted.Importance[2].T), 0, 4);
    }

    [Fact]
    public void Fit_FewRows_SaysHowManyAreNeeded()
    {
        var frame = Pipeline.Compute(Context(Bars));
        var exception = Assert.Throws<InsufficientDataException>(() => Pipeline.Fit(frame, Target.Direction(Bars, 5), 0, 60));
        Assert.Equal(100, exception.Required);
    }

    private static FittedFeaturePipeline Fit(BarSeries bars) => Pipeline.Fit(Pipeline.Compute(Context(bars)), Target.Direction(bars, 5), 0, Train);

    private static FeatureContext Context(BarSeries bars) =>
        new(
            bars,
            new Dictionary<CompanionRole, BarSeries>
            {
                [CompanionRole.Market] = bars,
                [CompanionRole.VolatilityIndex] = Resampler.To(bars, Timeframe.OneDay),
            },
            []);

    private static double[] Values(FeatureFrame frame, string name) => frame[frame.Names.ToList().IndexOf(name)].ToArray();
}
