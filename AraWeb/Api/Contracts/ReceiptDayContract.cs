using AraWeb.Engine.Ledger;

namespace AraWeb.Api.Contracts;

/// <summary>One bar ahead of a receipt.</summary>
/// <param name="Day">Bars ahead, 1 the next.</param>
/// <param name="DueBar">Start of the bar whose close decides, UTC, by the calendar at issue.</param>
/// <param name="MeanReturn">Expected cumulative log return.</param>
/// <param name="ProbabilityUp">Probability of a price above the last one, 0 to 1.</param>
/// <param name="Quantiles">Nine quantiles, lowest first.</param>
/// <param name="Baselines">What simple rivals said at the same moment; empty in forecasts from before the ledger kept them.</param>
/// <param name="Outcome">What came of it; null while pending.</param>
/// <param name="Scores">How the forecast and each rival did, from the frozen numbers; empty unless resolved.</param>
internal sealed record ReceiptDayContract(
    int Day,
    DateTimeOffset DueBar,
    double? MeanReturn,
    double? ProbabilityUp,
    IReadOnlyList<QuantileContract> Quantiles,
    IReadOnlyList<BaselineContract> Baselines,
    OutcomeContract? Outcome,
    IReadOnlyList<ScoreContract> Scores)
{
    /// <summary>The contract of a horizon.</summary>
    public static ReceiptDayContract From(FrozenHorizon horizon, double lastPrice) => new(
        horizon.Bars,
        horizon.DueBar,
        ApiJson.Known(horizon.Mean),
        ApiJson.Known(horizon.ProbabilityUp),
        QuantileContract.From(horizon.Returns, lastPrice),
        horizon.Baselines is { } baselines ? BaselineContract.From(baselines) : [],
        horizon.Outcome is { } outcome ? OutcomeContract.From(outcome) : null,
        ScoreContract.From(horizon));
}
