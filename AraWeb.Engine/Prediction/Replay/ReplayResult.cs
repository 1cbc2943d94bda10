using AraWeb.Engine.Ledger;

namespace AraWeb.Engine.Prediction.Replay;

/// <summary>A frozen forecast beside the same forecast made again.</summary>
/// <param name="Entry">The frozen one.</param>
/// <param name="State">How they compare.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Compared">Numbers and texts that were compared.</param>
/// <param name="Differences">What differs, with both values; empty unless something does.</param>
public sealed record ReplayResult(ForecastEntry Entry, ReplayState State, string Message, int Compared, IReadOnlyList<string> Differences);
