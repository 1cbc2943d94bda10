using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Confidence;
using AraWeb.Engine.Prediction.Inputs;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Prediction.Walk;
using AraWeb.Engine.Volatility;

namespace AraWeb.Engine.Prediction;

/// <summary>All thirty horizons of one symbol as one walk left them: what the cache keeps.</summary>
/// <param name="IssuedAt">When it was computed, UTC.</param>
/// <param name="Horizons">Nearest first.</param>
/// <param name="Regime">The market's state at the newest bar; null while unknown.</param>
/// <param name="Verdict">What the forecast claims to be.</param>
/// <param name="Remarks">What a reader has to know of inputs, state and bounds, in sentences; empty when nothing is unusual.</param>
public sealed record SymbolForecast(
    DateTimeOffset IssuedAt, IReadOnlyList<HorizonForecast> Horizons, RegimeType? Regime, Verdict Verdict, IReadOnlyList<string> Remarks)
{
    /// <summary>What the expected returns stand on; the note of a model that was not to be used is not in it.</summary>
    public MeanBasis Mean { get; private init; } = MeanBasis.Trend(string.Empty);

    /// <summary>Farthest bar ahead at which the method has shown itself better than its baseline in the present state; 0 where nowhere.</summary>
    public int Recommended { get; private init; }

    /// <summary>[H] one for each horizon that the pooled model learned, made at first use; empty where it did not speak in full.</summary>
    public IReadOnlyList<Lazy<ForecastExplanation>> Explanations { get; private init; } = [];

    /// <summary>Ids of the models that took part, in the order in which they work.</summary>
    public IReadOnlyList<string> Members { get; private init; } = ForecastModel.Members;

    /// <summary>Walks over the bars and keeps the last step.</summary>
    /// <param name="bars">Oldest first.</param>
    /// <param name="now">The time of issue.</param>
    /// <param name="pool">Gives the expected returns; null for the trend.</param>
    /// <exception cref="ModelException">Prices never moved, or too few bars were usable for the regression.</exception>
    internal static SymbolForecast Compute(BarSeries bars, DateTimeOffset now, LivePool? pool)
    {
        var walk = ForecastModel.Walk(bars, Horizon.Max, observer: null, CancellationToken.None, out var regimes);
        if (!walk.HasForecast)
        {
            throw new ModelException(
                $"The prices of {bars.Symbol} hardly move, so there is no volatility to learn from.",
                "Check the data with 'ara data validate'; a constant price needs no forecast.");
        }

        var asked = pool is null ? null : PooledMean.Of(pool, bars, walk, Horizon.Max);
        var doubt = asked?.Doubt ?? string.Empty;
        var pooled = doubt.Length == 0 ? asked : null;
        var anchors = HorizonAnchors.Standard(Horizon.Max);
        var skills = new HindcastSkill[anchors.Count];
        for (var k = 0; k < skills.Length; k++)
        {
            skills[k] = walk.Skill(anchors[k]);
        }

        var findings = InputCheck.Examine(bars).ToList();
        if (Judgement.Novelty(walk.Novelty) is { } novelty)
        {
            findings.Add(novelty);
        }

        var verdict = Judgement.Of(findings, skills);
        var confidence = new ConfidenceFactors(bars, walk, regimes, skills, pooled);
        var due = TradingCalendar.For(bars.AssetClass)
            .BarsAfter(DateTimeOffset.FromUnixTimeMilliseconds(bars.Times[^1]), bars.Timeframe, Horizon.Max);
        var bounded = 0;
        var horizons = new HorizonForecast[Horizon.Max];
        for (var h = 1; h <= Horizon.Max; h++)
        {
            horizons[h - 1] = At(h, bars, walk, pooled, out var isBounded) with
            {
                DueBar = due[h - 1],
                Skill = skills[anchors.PositionBelow(h)],
                Confidence = confidence.Of(h, verdict.Kind != VerdictKind.NoCall),
            };
            bounded += isBounded ? 1 : 0;
        }

        var remarks = findings.Select(finding => finding.Text).ToList();
        remarks.AddRange((asked?.Answer.Silent ?? []).Select(member => $"A model was silent: {member}."));
        if (bounded > 0)
        {
            remarks.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"At {bounded} of {horizons.Length} horizons bands passed {RiskBounds.Room} times the largest move on record, and were held there."));
        }

        return new SymbolForecast(now, horizons, walk.Regime, verdict, remarks)
        {
            Mean = Basis(asked, doubt, walk.Regime),
            Recommended = confidence.Recommended,
            Members = pooled is null ? ForecastModel.Members : [.. ForecastModel.VolatilityMembers, .. pooled.Answer.Spoke],
            Explanations = pooled is { Answer.Silent.Count: 0 } ? Explain(bars.Symbol, pooled, horizons, walk.Regime) : [],
        };
    }

    private static HorizonForecast At(int horizon, BarSeries bars, WalkForward walk, PooledMean? pooled, out bool isBounded)
    {
        var issued = walk.Forecast(horizon);
        var mean = pooled?.Means[horizon - 1] ?? issued.Mean;
        Span<double> quantiles = stackalloc double[Quantiles.Levels.Length];
        for (var i = 0; i < quantiles.Length; i++)
        {
            quantiles[i] = pooled is null ? issued.Quantiles[i] : issued.Quantiles[i] + (mean - issued.Mean);
        }

        var returns = RiskBounds.Apply(quantiles, RiskBounds.LargestMove(bars.Close, horizon), out isBounded);
        var (usual, larger) = walk.Move(horizon, pooled?.Tilts);
        return new HorizonForecast(
            horizon, default, returns, mean, issued.Volatility, walk.ProbabilityUp(horizon, pooled?.Tilts), walk.Coverage(horizon))
        {
            VolatilityRank = walk.VolatilityRank(horizon),
            Degrees = issued.Degrees,
            Scale = issued.Scale,
            UsualMove = usual,
            ProbabilityLarger = larger,
            Outlook = VolatilityOutlook.Of(walk.Call(horizon)),
        };
    }

    private static MeanBasis Basis(PooledMean? asked, string doubt, RegimeType? regime) => asked is null
        ? MeanBasis.Trend(string.Empty)
        : new MeanBasis(
            doubt.Length > 0 ? MeanLevel.Trend : asked.Answer.Silent.Count == 0 ? MeanLevel.Advanced : MeanLevel.Ensemble,
            asked.Pool.Tag,
            asked.Answer.Silent,
            doubt)
        {
            LongestMean = asked.Pool.Model.GuideIn(regime)?.LongestMean,
        };

    private static Lazy<ForecastExplanation>[] Explain(Symbol symbol, PooledMean pooled, HorizonForecast[] horizons, RegimeType? regime) =>
    [
        .. pooled.Pool.Model.Horizons.Select((horizon, position) => new Lazy<ForecastExplanation>(
            () => ForecastExplanation.Of(symbol, pooled, position, horizons[Math.Min(horizon, horizons.Length) - 1], regime))),
    ];
}
