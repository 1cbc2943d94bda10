using System.Security.Cryptography;
using System.Text;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Features.Panel;
using AraWeb.Engine.Models;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Training.Search;

namespace AraWeb.Engine.Training;

/// <summary>
/// Trains a pooled model on many series and registers it. It goes live only if on days that it knew nothing of it beat the drift baseline, and the version in
/// use on the days after that one's training; otherwise it stays a candidate, and the reason is kept with it.
/// </summary>
/// <param name="registry">Where versions are kept.</param>
public sealed class ModelTraining(ModelRegistry registry)
{
    /// <summary>The name of the pooled model unless another is given.</summary>
    public static string DefaultName => PooledModelFile.RegistryId(isSimulated: false);

    /// <summary>Family and format of its files.</summary>
    public const string Family = "pooled";

    private const string Format = "ara";

    /// <summary>Days after a live version's training that a fair comparison with it takes: a quarter.</summary>
    private const int FewestNewDays = 60;

    /// <summary>Name of the pooled model of an invented market: its versions are never in use for real instruments.</summary>
    public static string SimulatedName => PooledModelFile.RegistryId(isSimulated: true);

    /// <summary>Name of the figure that a card gives for each horizon.</summary>
    public const string SkillMetric = "squared_error_skill";

    private const string SimulatedKey = "simulated";
    private const string Yes = "true";

    /// <summary>Whether a version learned from invented prices.</summary>
    public static bool IsSimulated(ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Model.Settings.TryGetValue(SimulatedKey, out var value) && value == Yes;
    }

    /// <summary>Trains, registers and decides.</summary>
    /// <param name="order">What to learn from, and as what it is registered.</param>
    /// <param name="progress">Told of each step.</param>
    /// <param name="cancellationToken">Ends the training; nothing is registered then.</param>
    /// <exception cref="InputException">The version in use learned from real prices and the series are invented, or the other way round.</exception>
    /// <exception cref="ModelException">The series are too short, or no member can learn from them.</exception>
    /// <exception cref="ModelRefusedException">The registry cannot take it.</exception>
    public TrainingOutcome Train(TrainingOrder order, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (name, series) = (order.Name, order.Series);
        RefuseMixture(order, registry.Live(name));
        var panel = PanelBuilder.Build(series, order.Panel, progress, cancellationToken);
        var plan = TrainingPlan.For(panel);
        var ledger = new TrialLedger(registry.TrialsFile(name));
        var trained = EnsembleTrainer.Train(panel, ledger.Configure(order.Learners), plan, progress, cancellationToken);
        var live = registry.Live(name);
        var (goesLive, reason) = Decide(trained, live is null ? null : Read(live), panel);
        var through = panel.Closes[^1];
        var reference = PanelReference.Of(
            panel, panel.ToTrainingSet(panel.RowsKnownBy(through, plan.Stride), through, plan.HalfLife), cancellationToken);
        using var file = new MemoryStream();
        PooledModelFile.Write(trained.Model, file);
        var card = registry.Register(Draft(order, panel, plan, trained, live, reference, ledger), file.ToArray(), reason);
        if (goesLive)
        {
            registry.Promote(name, card.Version, reason);
        }

        return new TrainingOutcome(card, trained, goesLive, reason);
    }

    /// <summary>SHA-256 of all bars of the series, lower-case hexadecimal.</summary>
    public static string DataHash(IReadOnlyList<BarSeries> series)
    {
        var hashes = string.Join('\n', series.Select(bars => BarsHash.Compute(bars, PanelFeatures.Version)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hashes)));
    }

    /// <summary>Prices that are invented say nothing of real ones, and a model of the ones is not measured against one of the others.</summary>
    private static void RefuseMixture(TrainingOrder order, ModelCard? live)
    {
        if (live is not null && IsSimulated(live) != order.IsSimulated)
        {
            throw new InputException(
                "name", order.Name, $"Its version in use learned from {(order.IsSimulated ? "real" : "simulated")} prices: give this one another name.");
        }
    }

    private PooledModel Read(ModelCard card)
    {
        var file = registry.Load(card.Id, card.Version, card.Model.FeatureNames);
        using var stream = new MemoryStream(file.Bytes.ToArray(), writable: false);
        return PooledModelFile.Read(stream, ForecasterCatalog.Learners);
    }

    private static (bool GoesLive, string Reason) Decide(TrainedModel trained, PooledModel? live, TrainingPanel panel)
    {
        var edges = trained.Holdout.Where(score => score.HasEdge).ToArray();
        if (edges.Length == 0)
        {
            return (false, "No edge: at no horizon did it beat both the drift and saying nothing on the holdout.");
        }

        var words = string.Join(", ", edges.Select(score => $"{score.Horizon} bars: skill {score.Skill.Estimate:P2}, p {score.P:F3}"));
        if (live is null)
        {
            return (true, $"Better than the drift on the holdout ({words}); no version was in use.");
        }

        if (!live.FeatureNames.SequenceEqual(panel.FeatureNames, StringComparer.Ordinal) || !live.Horizons.SequenceEqual(panel.Horizons))
        {
            return (false, "The version in use looks at other features or horizons, so the two cannot be compared on the same rows.");
        }

        var (days, mine, theirs) = Compare(trained, live);
        return days < FewestNewDays
            ? (false, $"Only {days} days have come since the version in use was trained; {FewestNewDays} are needed to compare with it fairly.")
            : mine < theirs
                ? (true, $"Better than the drift ({words}) and than the version in use: squared error {mine:F5} against {theirs:F5} on {days} new days.")
                : (false, $"The version in use did better: squared error {theirs:F5} against {mine:F5} on {days} new days.");
    }

    /// <summary>Mean squared errors on days that neither had learned from, all horizons together.</summary>
    private static (int Days, double Mine, double Theirs) Compare(TrainedModel trained, PooledModel live)
    {
        var pooled = trained.Pooled;
        var panel = pooled.Panel;
        var days = new HashSet<int>();
        var (mine, theirs, count) = (0.0, 0.0, 0);
        var said = new double[panel.Horizons.Count];
        for (var row = 0; row < panel.Rows.Count; row++)
        {
            if (panel.Rows[row].Close <= live.TrainedThrough || panel.Rows[row].Known == DateTimeOffset.MaxValue || double.IsNaN(pooled.MeanOf(row, 0)))
            {
                continue;
            }

            days.Add(panel.Days[row]);
            live.Forecast(panel.FeaturesOf(row), panel.Rows[row].Regime, said);
            for (var h = 0; h < said.Length; h++)
            {
                mine += Math.Pow(panel.TargetOf(row, h) - pooled.MeanOf(row, h), 2);
                theirs += Math.Pow(panel.TargetOf(row, h) - said[h], 2);
                count++;
            }
        }

        return (days.Count, mine / count, theirs / count);
    }

    private static ModelDraft Draft(
        TrainingOrder order, TrainingPanel panel, TrainingPlan plan, TrainedModel trained, ModelCard? live, PanelReference reference,
        TrialLedger ledger)
    {
        return new ModelDraft(
            order.Name, Family, Format,
            DateOnly.FromDateTime(panel.Closes[0].UtcDateTime), DateOnly.FromDateTime(panel.Closes[^1].UtcDateTime), trained.Rows,
            DataHash(order.Series),
            panel.FeatureNames, panel.Horizons,
            "Log return over the horizon in units of its forecast standard deviation.",
            [.. trained.Holdout.Where(score => double.IsFinite(score.Skill.Lower)).Select(score => new ModelMetric(
                SkillMetric, score.Horizon, score.Skill.Estimate, score.Skill.Lower, score.Skill.Upper, 0.95,
                score.Count, score.Days, "drift", 0))],
            (live?.Model.Trials ?? 0) + trained.Model.Members.Count + ledger.ConfigurationsSince(live?.Created ?? DateTimeOffset.MinValue),
            live?.Version,
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["feature_set"] = PanelFeatures.Version,
                ["members"] = string.Join(", ", trained.Model.Members.Select(member => member.Id)),
                ["symbols"] = $"{panel.Symbols.Count}",
                ["fits"] = $"{trained.Fits}",
                ["first_days"] = $"{plan.FirstDays}",
                ["refit_days"] = $"{plan.RefitDays}",
                ["stride"] = $"{plan.Stride}",
                ["embargo_days"] = $"{plan.Embargo.TotalDays:F0}",
                ["half_life_days"] = $"{plan.HalfLife.TotalDays:F0}",
                ["seed"] = $"{plan.Seed}",
                ["cause"] = order.Cause,
                [PanelReference.Key] = reference.Write(),
                ["configurations"] = ledger.Describe(order.Learners),
                [SimulatedKey] = order.IsSimulated ? Yes : "false",
            });
    }
}
