using AraWeb.Engine.Features;
using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Studies.Xray;

namespace AraWeb.Tests.Contracts;

/// <summary>The X-ray catches what it is there for: planted defects.</summary>
public sealed class IndicatorXrayTests
{
    [Theory]
    [InlineData(Defect.None, null)]
    [InlineData(Defect.Peek, "depends on bars after")]
    [InlineData(Defect.PeekAtTheWhole, "depends on bars after")]
    [InlineData(Defect.Forget, "differs when bars come one by one")]
    [InlineData(Defect.Range, "outside 0 to 1")]
    [InlineData(Defect.Infinity, "outside 0 to 1")]
    [InlineData(Defect.Early, "before the warm-up")]
    public void Examine_PlantedDefect_IsNamed(Defect defect, string? fault)
    {
        var request = new FeatureRequest(new Planted(defect), ParameterValues.Create([], new Dictionary<string, double>()));
        var row = Assert.Single(FeatureXray.Examine([request], IndicatorBars.Wild(300), default, cuts: 5, CancellationToken.None));

        Assert.Equal(fault is null, row.IsSound);
        Assert.True(fault is null || row.Faults.Any(each => each.Contains(fault, StringComparison.Ordinal)), string.Join("; ", row.Faults));
    }

    /// <summary>What is wrong.</summary>
    public enum Defect
    {
        None,
        Peek,
        PeekAtTheWhole,
        Forget,
        Range,
        Infinity,
        Early,
    }

    private sealed class Planted(Defect defect) : IIndicator
    {
        public IndicatorSpec Spec { get; } = new(
            "planted", "Planted", IndicatorFamily.Trend, "A line with a defect.", "None.", [], [new("planted", OutputUnit.Scaleless, 0, 1)]);

        public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
            bars.Close.Graph.Add(defect, [bars.Close], 1, [defect == Defect.Early ? 3 : 1], () => new PlantedKernel(defect));
    }

    // Share of the close in itself and the close before; with the one after where it peeks.
    private sealed class PlantedKernel(Defect defect) : Kernel
    {
        private int _rows;

        public override void Reset() => _rows = 0;

        public override void Run(int from, int to)
        {
            var (close, target) = (Sources[0], Targets[0]);
            for (var row = from; row < to; row++)
            {
                target[row] = _rows++ == 0 ? double.NaN : defect switch
                {
                    Defect.Peek => close[row] / (close[row] + close[Math.Min(row + 1, to - 1)]),
                    Defect.PeekAtTheWhole => close[row] / (close[row] + close[to - 1]),
                    Defect.Forget => close[row] / (close[row] + close[Math.Max(from, row - 1)]),
                    Defect.Range => 1 + close[row],
                    Defect.Infinity => double.PositiveInfinity,
                    _ => close[row] / (close[row] + close[row - 1]),
                };
            }
        }
    }
}
