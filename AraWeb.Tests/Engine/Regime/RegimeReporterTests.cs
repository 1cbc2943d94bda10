using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;

namespace AraWeb.Tests.Engine.Regime;

public sealed class RegimeReporterTests
{
    private const int Seed = 7;

    [Fact]
    public void Report_FourPhases_IsWhole()
    {
        var (track, said) = RegimeBars.Walk(RegimeBars.Observations(RegimeBars.Daily(1600, Seed)));
        var report = RegimeReporter.Report(track)!;
        Assert.Equal(said[^1], report.Current);
        Assert.Equal(track.BarsInRegime, report.BarsInRegime);
        Assert.Equal(report.Probabilities[(int)report.Current], report.Confidence);
        Assert.Equal(1, report.Probabilities.Sum(), 1e-9);
        for (var state = 0; state < RegimeReport.States; state++)
        {
            Assert.Equal(1, report.Transitions.Skip(state * RegimeReport.States).Take(RegimeReport.States).Sum(), 1e-9);
        }

        Assert.Equal(Enum.GetValues<RegimeType>(), report.Profiles.Select(profile => profile.Regime));
        Assert.Equal(1, report.Profiles.Sum(profile => profile.Share), 1e-9);
        var wild = report.Profiles[(int)RegimeType.HighVolatility];
        Assert.All(report.Profiles, profile => Assert.True(profile.Volatility <= wild.Volatility));
        Assert.True(report.Profiles[(int)RegimeType.Bull].Trend > report.Profiles[(int)RegimeType.Bear].Trend);
        Assert.Equal(["momentum_20", "momentum_50", "momentum_200", "volatility", "volume"], report.Features.Select(feature => feature.Name));
        Assert.All(report.Features, feature => Assert.InRange(feature.Score, -3, 3));
        Assert.Equal([RegimeTrack.Version, RegimeReporter.HmmVersion], report.Detectors.Select(detector => detector.Id));
        Assert.All(report.Detectors, detector => Assert.Equal(1, detector.Probabilities.Sum(), 1e-9));
    }

    [Fact]
    public void Report_Ahead_IsThePowerOfTheTransitions()
    {
        var (track, _) = RegimeBars.Walk(RegimeBars.Observations(RegimeBars.Daily(1600, Seed)));
        var report = RegimeReporter.Report(track)!;
        var now = report.Probabilities.ToArray();
        for (var step = 0; step < RegimeReport.Horizon; step++)
        {
            now = [.. Enumerable.Range(0, 4).Select(to => Enumerable.Range(0, 4).Sum(from => now[from] * report.Transitions[(4 * from) + to]))];
            Assert.All(Enumerable.Range(0, 4), state => Assert.Equal(now[state], report.Ahead[(4 * step) + state], 1e-12));
        }

        var staying = report.Transitions[5 * (int)report.Current];
        Assert.Equal(1 / (1 - staying), report.ExpectedDuration, 1e-9);
    }

    [Fact]
    public void Report_FewBars_SaysSo()
    {
        var (track, _) = RegimeBars.Walk(RegimeBars.Observations(RegimeBars.Daily(RegimeTrack.RequiredBars, Seed)));
        var report = RegimeReporter.Report(track)!;
        Assert.Contains(report.Warnings, warning => warning.StartsWith("Only 126 bars to learn from", StringComparison.Ordinal));
    }

    [Fact]
    public void Report_TwoKindsOfBars_NamesTheStatesThatAreMissing()
    {
        // Half a year of calm, then a panic: the jump model finds fewer than four states worth their price.
        var bars = RegimeBars.Observations(RegimeBars.Daily(320, Seed));
        RegimeObservation[] calmThenPanic = [.. bars[80..160], .. bars[80..160], .. bars[240..320]];
        var (track, _) = RegimeBars.Walk(calmThenPanic);
        var report = RegimeReporter.Report(track)!;
        var isReduced = report.Warnings.Any(warning => warning.StartsWith("The bars carry only", StringComparison.Ordinal));
        Assert.Equal(FitStatus.Collapsed, track.Status);
        Assert.True(isReduced);
        Assert.Equal(report.Profiles.Count, report.Probabilities.Count(probability => probability > 0));
        Assert.Equal(16 - (report.Profiles.Count * report.Profiles.Count), report.Transitions.Count(double.IsNaN));
    }

    [Fact]
    public void Report_Again_IsTheSame()
    {
        var (track, _) = RegimeBars.Walk(RegimeBars.Observations(RegimeBars.Daily(900, Seed)));
        var (first, second) = (RegimeReporter.Report(track)!, RegimeReporter.Report(track)!);
        Assert.Equal(first.Ahead, second.Ahead);
        Assert.Equal(first.Detectors[1].Probabilities, second.Detectors[1].Probabilities);
    }
}
