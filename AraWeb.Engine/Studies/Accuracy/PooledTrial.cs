using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;
using AraWeb.Engine.Training;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>Trains all models through the years on a folder of series and pools what they said out of fold, for the studies of direction and rank.</summary>
internal static class PooledTrial
{
    /// <summary>Bars ahead unless asked otherwise: a week of trading days.</summary>
    public const int DefaultHorizon = 5;

    /// <summary>Reads the series up to the last day asked for and makes a panel with one horizon.</summary>
    public static async Task<(TrainingPanel Panel, IReadOnlyList<string> PassedOver)> PanelAsync(
        StudyOptions options, int horizon, TimeProvider time, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (options.Data is null)
        {
            throw new InputException("data", options.Data, "Give a folder of CSV files with --data: models learn from all of them together.");
        }

        var (used, passedOver) = await StudySeries.LongEnoughAsync(options, time, progress, cancellationToken);
        var daily = used.Where(bars => bars.Timeframe == Timeframe.OneDay).ToList();
        if (daily.Count == 0)
        {
            throw new InputException("data", options.Data, "Give a folder with daily series: models learn from bars of one span.");
        }

        var cut = daily.Select(bars => bars.Slice(0, StudySeries.Scored(bars, options with { From = null }, StudySeries.WarmUp).End)).ToList();
        var panel = PanelBuilder.Build(cut, PanelSettings.Default with { Horizons = [horizon] }, progress, cancellationToken);
        return (panel, [.. passedOver, .. used.Except(daily).Select(bars => $"{bars.Symbol} ({bars.Timeframe.Code()})")]);
    }

    /// <summary>Trains, speaks and pools.</summary>
    public static (OutOfFold Said, StackedForecasts Pooled) Run(
        TrainingPanel panel, IReadOnlyList<IForecaster> members, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var said = WalkForwardTraining.Run(panel, members, TrainingPlan.For(panel), progress, cancellationToken);
        return (said, StackedForecasts.Of(said, StackingSettings.Default));
    }

    /// <summary>Rows that were forecast, whose outcome has come, and that lie in the span asked for.</summary>
    public static int[] Scored(StackedForecasts pooled, StudyOptions options)
    {
        var panel = pooled.Panel;
        bool InSpan(DateTimeOffset close) => DateOnly.FromDateTime(close.UtcDateTime) is var day
            && !(options.From is { } from && day < from) && !(options.To is { } to && day > to);
        int[] rows = [.. Enumerable.Range(0, panel.Rows.Count).Where(row =>
            !double.IsNaN(pooled.MeanOf(row, 0)) && !double.IsNaN(panel.TargetOf(row, 0)) && InSpan(panel.Rows[row].Close))];
        return rows.Length > 0
            ? rows
            : throw new InputException("from", options.From, "No forecast lies in that span: models need years of history before the first one.");
    }
}
