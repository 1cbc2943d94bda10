namespace AraWeb.Engine.Ledger;

/// <summary>What came of one horizon of a forecast. Rule of resolution: the close of the h-th bar after the last one used.</summary>
/// <param name="State">Resolved or void.</param>
/// <param name="DecidedAt">When it was decided, UTC.</param>
/// <param name="Close">The deciding close, on the scale of the frozen last close where prices were restated since; NaN when void.</param>
/// <param name="Return">Cumulative log return from the frozen last close; NaN when void.</param>
/// <param name="Crps">Continuous ranked probability score from the nine quantiles, in log return; lower is better; NaN when void.</param>
public sealed record Outcome(OutcomeState State, DateTimeOffset DecidedAt, double Close, double Return, double Crps);
