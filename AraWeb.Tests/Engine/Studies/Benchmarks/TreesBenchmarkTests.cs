using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Benchmarks;

namespace AraWeb.Tests.Engine.Studies.Benchmarks;

/// <summary>That the study is a bench and can be stopped; its figures take minutes and are for the command.</summary>
public sealed class TreesBenchmarkTests
{
    [Fact]
    public async Task RunAsync_CancelledOnTheWay_Stops()
    {
        var study = new TreesBenchmark();
        Assert.Equal((StudyKind.Bench, "trees"), (study.Kind, study.Name));
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => study.RunAsync(new StudyOptions(null, null, null, null, null), new Progress<string>(), source.Token));
    }
}
