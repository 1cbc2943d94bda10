using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Registry;

namespace AraWeb.Engine.Training;

/// <summary>
/// Use case: trains the pooled model again on the series of a source, when somebody asks, when the newest version is old, or when the version in use has
/// drifted. Models of the invented market have a name of their own and are never in use for real instruments. Whether the new version goes live is
/// <see cref="ModelTraining"/>'s to decide.
/// </summary>
/// <param name="source">Where bars are.</param>
/// <param name="registry">Where versions are kept.</param>
/// <param name="learners">The members.</param>
/// <param name="time">The clock.</param>
public sealed class Retraining(IBarSource source, ModelRegistry registry, IReadOnlyList<IForecaster> learners, TimeProvider time)
{
    /// <summary>Looks, and trains where it is due.</summary>
    /// <param name="request">What may be trained.</param>
    /// <param name="progress">Told of each step of a training.</param>
    /// <param name="cancellationToken">Ends the training within a second; nothing is registered then.</param>
    /// <exception cref="ModelException">No member can learn from the series.</exception>
    /// <exception cref="ModelRefusedException">The version in use cannot be trusted.</exception>
    /// <exception cref="DataProviderException">The source cannot be read.</exception>
    public async Task<RetrainingOutcome> RunAsync(RetrainingRequest request, IProgress<TrainingStep> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        var name = request.IsSimulated ? ModelTraining.SimulatedName : ModelTraining.DefaultName;
        var found = await TrainingSeries.ReadAsync(source, request.Watched, request.IsSimulated, last: null, cancellationToken);
        if (found.Lack() is { } lack)
        {
            return new RetrainingOutcome(name, Training: null, HasData: false, $"{name}: {lack}");
        }

        var settings = PanelSettings.Default with { Threads = request.Threads };
        return await BackgroundWork.RunAsync(() => Run(name, found, request, settings, progress, cancellationToken), request.Threads, cancellationToken);
    }

    /// <summary>Looks whether the version in use has drifted.</summary>
    /// <param name="watched">Symbols to look at; empty for all.</param>
    /// <param name="isSimulated">Whether to look at the model of the invented market.</param>
    /// <param name="progress">Told of each series.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InputException">No version is in use.</exception>
    /// <exception cref="ModelException">The series are too short, or the version cannot be judged.</exception>
    public async Task<DriftReport> DriftAsync(
        IReadOnlySet<Symbol> watched, bool isSimulated, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var name = isSimulated ? ModelTraining.SimulatedName : ModelTraining.DefaultName;
        var live = registry.Live(name)
            ?? throw new InputException("id", name, "No version of it is in use; 'ara models list' shows what there is, 'ara models retrain' trains one.");
        var found = await TrainingSeries.ReadAsync(source, watched, isSimulated, ModelDrift.BarsNeeded(PanelSettings.Default), cancellationToken);
        return Judge(live, found.Series, PanelSettings.Default, progress, cancellationToken);
    }

    private RetrainingOutcome Run(
        string name, TrainingSeries found, RetrainingRequest request, PanelSettings settings, IProgress<TrainingStep> progress,
        CancellationToken cancellationToken)
    {
        var (cause, notDue) = Due(name, found.Series, request, settings, cancellationToken);
        if (cause is null)
        {
            return new RetrainingOutcome(name, Training: null, HasData: true, $"{name}: {notDue}");
        }

        var steps = StepCounter.Expected(found.Series.Count, found.Series.Max(bars => bars.Count), settings.WarmUp, learners.Count);
        var outcome = new ModelTraining(registry).Train(
            new TrainingOrder(name, found.Series, settings, learners, request.IsSimulated, cause), new StepCounter(progress, steps), cancellationToken);
        var fate = outcome.WentLive ? "went live" : "is kept as a candidate";
        return new RetrainingOutcome(name, outcome, HasData: true, $"{name} version {outcome.Card.Version} {fate} ({cause}). {outcome.Reason}");
    }

    /// <summary>Why it is due; null with the reason why it is not.</summary>
    private (string? Cause, string NotDue) Due(
        string name, IReadOnlyList<BarSeries> series, RetrainingRequest request, PanelSettings settings, CancellationToken cancellationToken)
    {
        if (request.OlderThan is not { } limit)
        {
            return (TrainingOrder.AskedFor, string.Empty);
        }

        var newest = registry.List(name).Where(entry => entry.Card is not null).MaxBy(entry => entry.Version)?.Card;
        if (newest is null)
        {
            return ("schedule: there was no version yet", string.Empty);
        }

        var through = DateOnly.FromDateTime(series.Max(bars => bars[bars.Count - 1].Time).UtcDateTime);
        if (through <= newest.Model.DataTo)
        {
            return (null, "no bars have come since the newest version.");
        }

        var age = time.GetUtcNow() - newest.Created;
        if (age >= limit)
        {
            return (string.Create(CultureInfo.InvariantCulture, $"schedule: the newest version was {age.TotalDays:F0} days old"), string.Empty);
        }

        // Drift that a candidate has answered is not answered again each day: that candidate waits for days to be compared on.
        if (registry.Live(name) is { } live && live.Version == newest.Version)
        {
            var needed = ModelDrift.BarsNeeded(settings);
            try
            {
                var report = Judge(live, [.. series.Select(bars => bars.Last(needed))], settings, new SilentProgress(), cancellationToken);
                if (report.Reason is { } reason)
                {
                    return ($"drift: {reason}", string.Empty);
                }
            }
            catch (ModelException error)
            {
                // A version that cannot be held against the present bars, since features or horizons changed, is replaced as a drifted one is.
                return ($"drift: {error.Message}", string.Empty);
            }
        }

        return (null, "the newest version is young and nothing has drifted.");
    }

    private DriftReport Judge(
        ModelCard live, IReadOnlyList<BarSeries> series, PanelSettings settings, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var file = registry.Load(live.Id, live.Version, live.Model.FeatureNames);
        using var stream = new MemoryStream(file.Bytes.ToArray(), writable: false);
        var model = PooledModelFile.Read(stream, ForecasterCatalog.Learners);
        return ModelDrift.Judge(model, live, PanelBuilder.Build(series, settings with { Horizons = model.Horizons }, progress, cancellationToken));
    }
}
