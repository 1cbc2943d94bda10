using AraWeb.Engine.Core;
using AraWeb.Engine.Training;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Training;

/// <summary>Invented series for training.</summary>
internal static class TrainingSample
{
    public static readonly PanelSettings Settings = new([1, 5], 300);

    /// <summary>Coins that move on their own.</summary>
    public static BarSeries[] Series(int count, int bars, int seed) =>
        [.. Enumerable.Range(0, count).Select(i => SampleBars.Daily(bars, seed + i, $"COIN{i}"))];

    public static TrainingPanel Panel(IReadOnlyList<BarSeries> series) =>
        PanelBuilder.Build(series, Settings, new Progress<string>(), CancellationToken.None);
}
