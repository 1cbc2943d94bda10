using AraWeb.Engine.Core;
using AraWeb.Engine.Features;
using AraWeb.Tests.Contracts;

namespace AraWeb.Tests.Engine.Features;

public sealed class FeatureCalculatorTests
{
    [Fact]
    public void Compute_ManySeries_AreThoseOfEachAlone()
    {
        FeatureRequest[] requests = [FeatureRequest.Of("rsi"), FeatureRequest.Of("macd", new Dictionary<string, double> { ["FAST"] = 5 })];
        var series = Enumerable.Range(0, 12).Select(seed => IndicatorBars.Wild(60 + (90 * (seed / 2)), seed)).ToArray();
        var together = new double[series.Length][][];
        string[] names = ["rsi", "macd(5,26,9).macd", "macd(5,26,9).signal", "macd(5,26,9).histogram"];
        FeatureBatch.ForEach(
            requests,
            series,
            (i, matrix) =>
            {
                Assert.Equal(names, matrix.Columns.Select(column => column.Name));
                together[i] = [.. Enumerable.Range(0, names.Length).Select(column => matrix[column].ToArray())];
            },
            CancellationToken.None);
        for (var i = 0; i < series.Length; i++)
        {
            var alone = new FeatureCalculator(requests).Compute(series[i]);
            Assert.All(Enumerable.Range(0, names.Length), column => Assert.Equal(alone[column], together[i][column]));
        }
    }

    [Fact]
    public void Append_SteadyState_AllocatesNothing()
    {
        var bars = IndicatorBars.Wild(3000);
        var calculator = new FeatureCalculator(FeatureRequest.Everything());
        calculator.Begin(bars.AssetClass, bars.Timeframe);
        var before = 0L;
        for (var i = 0; i < bars.Count; i++)
        {
            // The first half makes every method known to the runtime and fills the sheet.
            before = i == bars.Count / 2 ? GC.GetAllocatedBytesForCurrentThread() : before;
            calculator.Append(bars[i], bars.Close[i]);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Compute_MatrixOfAnother_IsRefused()
    {
        var bars = IndicatorBars.Wild(50);
        var (one, other) = (new FeatureCalculator([FeatureRequest.Of("rsi")]), new FeatureCalculator([FeatureRequest.Of("rsi")]));
        Assert.Throws<ArgumentException>(() => one.Compute(bars, [], other.Compute(bars)));
        Assert.Throws<ArgumentException>(() => one.Compute(bars, [], one.Compute(bars.Slice(0, 40))));
        Assert.Throws<ArgumentException>(() => one.Compute(bars, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => one.Compute(bars)["macd"].Length);
    }

    [Fact]
    public void Of_UnknownIndicator_SaysWhereTheyAre()
    {
        var exception = Assert.Throws<InputException>(() => FeatureRequest.Of("nope"));
        Assert.Contains("docs/indicators.md", exception.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Catalogue_All_HasEveryFamily()
    {
        var all = IndicatorCatalog.All;
        Assert.Equal(all.Count, all.Select(spec => spec.Id).Distinct().Count());
        Assert.Equal(all.Count, all.Select(spec => spec.Name).Distinct().Count());
        Assert.True(FeatureRequest.Everything().Count == all.Count);
    }
}
