using AraWeb.Engine.Core;
using AraWeb.Engine.Features;
using AraWeb.Engine.Studies.Xray;

namespace AraWeb.Tests.Contracts;

/// <summary>What holds for every indicator there is: each file under Features/Indicators is tested by existing.</summary>
public sealed class IndicatorContractTests
{
    private const int Rows = 700;
    private const int Cuts = 9;
    private const double Relative = 1e-9;

    private static readonly BarSeries Bars = IndicatorBars.Wild(Rows);
    private static readonly double[] Benchmark = IndicatorBars.Benchmark(Bars);

    public static TheoryData<string> Ids => [.. IndicatorCatalog.All.Select(spec => spec.Id)];

    public static TheoryData<string, string> Parameters
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var spec in IndicatorCatalog.All)
            {
                foreach (var parameter in spec.Parameters)
                {
                    data.Add(spec.Id, parameter.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Spec_Catalogue_IsComplete(string id)
    {
        var spec = IndicatorCatalog.Find(id);
        Assert.Matches("^[a-z][a-z0-9-]*$", spec.Id);
        Assert.All([spec.Name, spec.Summary, spec.Source], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.EndsWith(".", spec.Summary, StringComparison.Ordinal);
        Assert.NotEmpty(spec.Outputs);
        Assert.Equal(spec.Outputs.Length, spec.Outputs.Select(output => output.Name).Distinct().Count());
        Assert.Equal(spec.Parameters.Length, spec.Parameters.Select(parameter => parameter.Name).Distinct().Count());
        Assert.All(spec.Parameters, parameter => Assert.Equal(parameter.Default, parameter.Check(parameter.Default)));
        Assert.All(spec.Outputs, output => Assert.True(output.Minimum < output.Maximum));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Values_AnyCut_PassTheXray(string id) => AssertSound(FeatureRequest.Of(id), Bars, Benchmark);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Warmup_KnownBars_IsExact(string id)
    {
        // Bars without oddities, so that only the warm-up can leave a value unknown.
        var bars = IndicatorBars.Map(Bars, (i, bar) => bar with
        {
            High = bar.High * 1.001, Low = bar.Low * 0.999, Close = bar.Close * (1 + (0.0001 * (i % 7))), Volume = bar.Volume + 1,
        });
        var calculator = new FeatureCalculator([FeatureRequest.Of(id)]);
        var matrix = calculator.Compute(bars, IndicatorBars.Benchmark(bars));
        Assert.Equal(
            calculator.Columns.Select(column => (column.Name, column.Warmup)),
            calculator.Columns.Select((column, i) => (column.Name, FirstKnown(matrix[i]))));
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Values_ExtremeParameter_PassTheXray(string id, string parameter)
    {
        var spec = IndicatorCatalog.Find(id).Parameters.Single(each => each.Name == parameter);
        foreach (var value in new[] { spec.Minimum, spec.Maximum })
        {
            AssertSound(FeatureRequest.Of(id, new Dictionary<string, double> { [parameter] = value }), Bars, Benchmark);
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Request_ParameterOutOfRange_SaysNameValueAndRange(string id, string parameter)
    {
        var spec = IndicatorCatalog.Find(id).Parameters.Single(each => each.Name == parameter);
        foreach (var value in new[] { spec.Minimum - 1, spec.Maximum + 1, double.NaN })
        {
            var exception = Assert.Throws<InputException>(() => FeatureRequest.Of(id, new Dictionary<string, double> { [parameter] = value }));
            Assert.Equal(parameter, exception.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Values_AfterUnknownBar_StartAgain(string id)
    {
        const int gap = 300;
        var broken = IndicatorBars.Map(Bars, (i, bar) => i == gap ? new Bar(bar.Time, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN) : bar);
        var benchmark = Benchmark.ToArray();
        benchmark[gap] = double.NaN;
        var calculator = new FeatureCalculator([FeatureRequest.Of(id)]);
        var before = calculator.Compute(Bars.Slice(0, gap), Benchmark.AsSpan(0, gap));
        var with = calculator.Compute(broken, benchmark);
        var after = calculator.Compute(Bars.Slice(gap + 1, Rows - gap - 1), Benchmark.AsSpan(gap + 1));
        for (var i = 0; i < calculator.Columns.Count; i++)
        {
            Assert.Equal(before[i], with[i][..gap]);
            Assert.Equal(double.NaN, with[i][gap]);
            Assert.Equal(after[i], with[i][(gap + 1)..]);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Values_NothingMoves_StayInRange(string id)
    {
        foreach (var volume in new[] { 0.0, 1000 })
        {
            AssertSound(FeatureRequest.Of(id), IndicatorBars.Constant(400, 100.1, volume), Enumerable.Repeat(7.7, 400).ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Values_FewBars_AreUnknownOrSound(string id)
    {
        foreach (var rows in new[] { 0, 1, 2, 3 })
        {
            AssertSound(FeatureRequest.Of(id), Bars.Slice(0, rows), Benchmark[..rows]);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Values_OtherUnits_ScaleAsStated(string id)
    {
        // Powers of two keep every digit, so that a branch cannot fall the other way.
        foreach (var (price, volume) in new[] { (1 / 1048576.0, 1.0), (65536, 1), (1, 1024) })
        {
            var scaled = IndicatorBars.Map(
                Bars, (_, bar) => new Bar(bar.Time, bar.Open * price, bar.High * price, bar.Low * price, bar.Close * price, bar.Volume * volume));
            var calculator = new FeatureCalculator([FeatureRequest.Of(id)]);
            var plain = calculator.Compute(Bars, Benchmark);
            var other = calculator.Compute(scaled, Benchmark.Select(value => value * price).ToArray());
            for (var i = 0; i < calculator.Columns.Count; i++)
            {
                var factor = calculator.Columns[i].Output.Unit switch
                {
                    OutputUnit.Price or OutputUnit.PriceLevel => price,
                    OutputUnit.Volume => volume,
                    OutputUnit.Turnover => price * volume,
                    OutputUnit.Scaleless => 1,
                    _ => double.NaN,
                };
                AssertScaled(calculator.Columns[i].Name, plain[i], other[i], factor);
            }
        }
    }

    [Fact]
    public void Values_LongSeries_AgreeBarByBar()
    {
        // Longer than the sheet, so that it slides several times.
        var bars = IndicatorBars.Wild(4000, seed: 7);
        var rows = FeatureXray.Examine(FeatureRequest.Everything(), bars, IndicatorBars.Benchmark(bars), cuts: 2, CancellationToken.None);
        Assert.Empty(rows.Where(row => !row.IsSound).Select(row => $"{row.Column.Name}: {string.Join("; ", row.Faults)}"));
    }

    private static void AssertSound(FeatureRequest request, BarSeries bars, double[] benchmark) => Assert.Empty(
        FeatureXray.Examine([request], bars, benchmark, Cuts, CancellationToken.None)
            .SelectMany(row => row.Faults, (row, fault) => $"{row.Column.Name} (seed {IndicatorBars.Seed}): {fault}"));

    private static void AssertScaled(string name, ReadOnlySpan<double> plain, ReadOnlySpan<double> other, double factor)
    {
        if (double.IsNaN(factor))
        {
            return;
        }

        var size = 0.0;
        for (var row = 0; row < plain.Length; row++)
        {
            var expected = plain[row] * factor;
            size = double.IsNaN(expected) ? size : Math.Max(size, Math.Abs(expected));
            Assert.True(
                double.IsNaN(expected) ? double.IsNaN(other[row]) : Math.Abs(other[row] - expected) <= Relative * size,
                $"{name} row {row}: {other[row]} for {expected} (times {factor}).");
        }
    }

    private static int FirstKnown(ReadOnlySpan<double> values)
    {
        var row = 0;
        while (row < values.Length && double.IsNaN(values[row]))
        {
            row++;
        }

        return row;
    }
}
