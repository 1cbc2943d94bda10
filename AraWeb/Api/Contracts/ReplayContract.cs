using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Replay;

namespace AraWeb.Api.Contracts;

/// <summary>A frozen forecast that was made again.</summary>
/// <param name="Id">Its id in the ledger.</param>
/// <param name="Symbol">Whose prices.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="IssuedAt">When it was made first, UTC.</param>
/// <param name="State">How the two compare.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Compared">Values that were compared.</param>
/// <param name="Differences">What differs, with both values.</param>
internal sealed record ReplayContract(
    Guid Id,
    string Symbol,
    string Timeframe,
    DateTimeOffset IssuedAt,
    ReplayState State,
    string Message,
    int Compared,
    IReadOnlyList<string> Differences)
{
    /// <summary>The contract of a replay.</summary>
    public static ReplayContract From(ReplayResult result) => new(
        result.Entry.Id,
        result.Entry.Symbol.Text,
        result.Entry.Timeframe.Code(),
        result.Entry.IssuedAt,
        result.State,
        result.Message,
        result.Compared,
        result.Differences);
}
