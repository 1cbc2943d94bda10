using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ledger.Skill;

/// <summary>
/// Use case: how the frozen forecasts did, beside simple rivals frozen with them. Scores are computed from the frozen numbers when they are asked for, so
/// there is nothing that could fall behind or be edited apart from them. Invented prices are never counted with real ones.
/// </summary>
/// <param name="source">Where the outcomes are.</param>
public sealed class LedgerSkill(IOutcomeSource source)
{
    private static readonly int[] UsualHorizons = [1, 5, 10, 20, 30];

    /// <summary>The table: rows by model, horizon and what the query splits them into; real prices before invented ones.</summary>
    /// <exception cref="StorageException">The ledger cannot be read.</exception>
    public async Task<IReadOnlyList<SkillRow>> MeasureAsync(SkillQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var sums = new Dictionary<(bool, string, int, string?, RegimeType?), SkillSums>();
        await source.ReadAsync(
            new OutcomeQuery(query.Timeframe, query.Symbol, query.Horizon is { } bars ? [bars] : UsualHorizons),
            row =>
            {
                var symbol = query.Split == SkillSplit.Symbol ? row.Symbol : query.Symbol?.Text;
                var key = (row.IsSimulated, row.ModelVersion, row.Bars, symbol, query.Split == SkillSplit.Regime ? row.Regime : null);
                if (!sums.TryGetValue(key, out var sum))
                {
                    sums[key] = sum = new SkillSums();
                }

                sum.Add(row);
            },
            cancellationToken);
        return
        [
            .. sums.OrderBy(pair => pair.Key.Item1)
                .ThenByDescending(pair => pair.Key.Item2, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Item3)
                .ThenBy(pair => pair.Key.Item4, StringComparer.Ordinal)
                .ThenBy(pair => pair.Key.Item5)
                .Select(pair => Row(query.Timeframe, pair.Key, pair.Value)),
        ];
    }

    /// <summary>Days of issue that a forecast spans: bars of a day or a week each have their own day, shorter ones share it.</summary>
    internal static int Span(Timeframe timeframe, int bars) =>
        timeframe.IsIntraday() ? (int)Math.Ceiling(bars * timeframe.Length() / TimeSpan.FromDays(1)) : bars;

    private static SkillRow Row(Timeframe timeframe, (bool IsSimulated, string Model, int Bars, string? Symbol, RegimeType? Regime) key, SkillSums sums)
    {
        var span = Span(timeframe, key.Bars);
        var trials = (double)sums.Days / span;
        return new SkillRow(
            key.Model,
            key.IsSimulated,
            key.Bars,
            key.Symbol,
            key.Regime,
            sums.Resolved,
            sums.Void,
            sums.Pending,
            sums.Days,
            trials,
            trials >= SkillRow.MinimumTrials ? sums.Figures(span) : null);
    }
}
