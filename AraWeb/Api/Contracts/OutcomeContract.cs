using AraWeb.Engine.Ledger;

namespace AraWeb.Api.Contracts;

/// <summary>What came of one bar ahead of a frozen forecast.</summary>
/// <param name="State">Resolved, or void where its bar never came.</param>
/// <param name="DecidedAt">When it was decided, UTC.</param>
/// <param name="Price">The deciding price; null when void.</param>
/// <param name="Return">Cumulative log return; null when void.</param>
/// <param name="Crps">Continuous ranked probability score in log return, lower is better; null when void.</param>
internal sealed record OutcomeContract(OutcomeState State, DateTimeOffset DecidedAt, double? Price, double? Return, double? Crps)
{
    /// <summary>The contract of an outcome.</summary>
    public static OutcomeContract From(Outcome outcome) => new(
        outcome.State, outcome.DecidedAt, ApiJson.Known(outcome.Close), ApiJson.Known(outcome.Return), ApiJson.Known(outcome.Crps));
}
