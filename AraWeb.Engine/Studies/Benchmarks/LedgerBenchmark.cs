using System.Diagnostics;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Chain;
using AraWeb.Engine.Ledger.Skill;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>
/// How fast the ledger is: freezing a forecast with its signed record, sealing outcomes, verifying everything, and the skill over a hundred thousand
/// outcomes. A real ledger in a temporary folder, invented forecasts; takes no options.
/// </summary>
/// <param name="withLedger">Opens a ledger.</param>
public sealed class LedgerBenchmark(WithLedger withLedger) : IStudy
{
    private const int Seed = 20260103;
    private const int Entries = 10_000;
    private const int ResolveBatch = 50;
    private const int Runs = 7;

    private static readonly int[] Shares = [1, 4, 16];

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Bench;

    /// <inheritdoc/>
    public string Name => "ledger";

    /// <inheritdoc/>
    public string Summary => "Freezing a forecast (milliseconds), verifying 10,000 (seconds), the skill over 100,000 outcomes (milliseconds).";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var root = Directory.CreateTempSubdirectory("ara-bench-ledger-").FullName;
        try
        {
            StudyReport? report = null;
            await withLedger(
                root,
                async (store, journal, outcomes) =>
                {
                    var figures = new Figures();
                    await FillAsync(store, journal, figures, progress, cancellationToken);
                    await ReadAsync(outcomes, figures, progress, cancellationToken);
                    report = Report(figures);
                },
                cancellationToken);
            return report!;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task FillAsync(
        ILedgerStore store, ILedgerJournal journal, Figures figures, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var forecasts = new InventedForecasts(Seed);
        var (daily, hourly, sealing) = (new List<double>(), new List<double>(), new List<double>());
        var frozen = 0;
        foreach (var share in Shares)
        {
            progress.Report($"freezing up to {share * Entries / Shares[^1]} forecasts");
            var pending = new List<ForecastEntry>();
            for (; frozen < share * Entries / Shares[^1]; frozen++)
            {
                var entry = forecasts.Make(frozen);
                var isDaily = entry.Timeframe == Timeframe.OneDay;
                (isDaily ? daily : hourly).Add(await TimeAsync(async () => _ = await store.AppendAsync(entry, cancellationToken)));
                if (isDaily)
                {
                    pending.Add(entry);
                }
            }

            progress.Report($"sealing {pending.Count * Horizon.Max} outcomes");
            foreach (var batch in pending.Chunk(ResolveBatch))
            {
                var outcomes = Array.ConvertAll(batch, forecasts.Resolve);
                sealing.Add(await TimeAsync(async () => await store.ResolveAsync(outcomes, cancellationToken)) / batch.Length);
                figures.Outcomes += batch.Length * Horizon.Max;
            }

            progress.Report($"verifying {frozen} forecasts");
            var start = Stopwatch.GetTimestamp();
            figures.IsSound = await journal.ReadAsync(
                snapshot => ChainVerifier.Verify(snapshot, notedHash: null, cancellationToken).IsSound, cancellationToken);
            figures.Verify.Add((share, Stopwatch.GetElapsedTime(start).TotalMilliseconds));
        }

        (figures.Daily, figures.Hourly, figures.Sealing) = (new Sample([.. daily]), new Sample([.. hourly]), new Sample([.. sealing]));
    }

    private static async Task ReadAsync(IOutcomeSource outcomes, Figures figures, IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report($"the skill over {figures.Outcomes} outcomes");
        var skill = new LedgerSkill(outcomes);
        var everything = new OutcomeQuery(Timeframe.OneDay, Symbol: null, [.. Enumerable.Range(Horizon.Min, Horizon.Max)]);
        var usual = new SkillQuery(Timeframe.OneDay, Symbol: null, Horizon: null, SkillSplit.None);
        var narrow = usual with { Symbol = InventedForecasts.SymbolOf(1), Horizon = Horizon.Min };
        figures.Skill = await Sample.MeasureAsync(
            1,
            Runs,
            async run =>
            {
                // Everything at every horizon, as a table of all thirty would need it.
                var sums = new SkillSums[Horizon.Max + 1];
                await outcomes.ReadAsync(everything, row => (sums[row.Bars] ??= new SkillSums()).Add(row), cancellationToken);
                foreach (var sum in sums.Skip(1))
                {
                    _ = sum.Figures(span: 1);
                }
            },
            cancellationToken);
        figures.UsualSkill = await Sample.MeasureAsync(1, Runs, async _ => await skill.MeasureAsync(usual, cancellationToken), cancellationToken);
        figures.NarrowSkill = await Sample.MeasureAsync(1, Runs, async _ => await skill.MeasureAsync(narrow, cancellationToken), cancellationToken);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static StudyReport Report(Figures figures)
    {
        var json = new JsonObject
        {
            ["append_daily_ms"] = Math.Round(figures.Daily.Median, 2),
            ["append_daily_p95_ms"] = Math.Round(figures.Daily.P95, 2),
            ["append_hourly_ms"] = Math.Round(figures.Hourly.Median, 2),
            ["resolve_entry_ms"] = Math.Round(figures.Sealing.Median, 2),
            ["verify_10k_s"] = Math.Round(figures.Verify[^1].Ms / 1000, 3),
            ["sound"] = figures.IsSound,
            ["skill_100k_ms"] = Math.Round(figures.Skill.Median, 1),
            ["skill_five_horizons_ms"] = Math.Round(figures.UsualSkill.Median, 1),
            ["skill_one_symbol_ms"] = Math.Round(figures.NarrowSkill.Median, 1),
            ["scaling"] = new JsonArray([.. figures.Verify.Select(row => new JsonObject { ["work"] = row.Work, ["ms"] = Math.Round(row.Ms, 1) })]),
            ["settings"] = new JsonObject
            {
                ["entries"] = Entries,
                ["outcomes"] = figures.Outcomes,
                ["scaling_of"] = "verify",
                ["scaling_unit_entries"] = Entries / Shares[^1],
                ["runs"] = Runs,
                ["processors"] = Environment.ProcessorCount,
                ["forecasts"] = "invented",
                ["seed"] = Seed,
            },
        };
        return new StudyReport(json, [new StudyTable(
            $"A ledger of {Entries} invented forecasts and {figures.Outcomes} outcomes, medians",
            ["measure", "median", "p95"],
            [
                ["freezing a daily forecast, 30 horizons, ms", $"{figures.Daily.Median:F2}", $"{figures.Daily.P95:F2}"],
                ["freezing an hourly forecast, 5 horizons, ms", $"{figures.Hourly.Median:F2}", $"{figures.Hourly.P95:F2}"],
                ["sealing 30 outcomes of an entry, ms", $"{figures.Sealing.Median:F2}", $"{figures.Sealing.P95:F2}"],
                ["verifying all, s", $"{figures.Verify[^1].Ms / 1000:F2}", string.Empty],
                ["skill at all 30 horizons, ms", $"{figures.Skill.Median:F0}", $"{figures.Skill.P95:F0}"],
                ["skill at five horizons, ms", $"{figures.UsualSkill.Median:F0}", $"{figures.UsualSkill.P95:F0}"],
                ["skill of one symbol at one horizon, ms", $"{figures.NarrowSkill.Median:F1}", $"{figures.NarrowSkill.P95:F1}"],
            ])]);
    }

    private sealed class Figures
    {
        public Sample Daily { get; set; } = new([0]);

        public Sample Hourly { get; set; } = new([0]);

        public Sample Sealing { get; set; } = new([0]);

        public Sample Skill { get; set; } = new([0]);

        public Sample UsualSkill { get; set; } = new([0]);

        public Sample NarrowSkill { get; set; } = new([0]);

        public List<(int Work, double Ms)> Verify { get; } = [];

        public int Outcomes { get; set; }

        public bool IsSound { get; set; }
    }
}
