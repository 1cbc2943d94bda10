using AraWeb.Engine.Core;

namespace AraWeb.Api.Contracts;

/// <summary>What a forecast claims to be.</summary>
/// <param name="Kind">Call: it stands by its numbers. NoCall: do not rely on it. NoEdge: no better than a simple rival.</param>
/// <param name="Reason">One sentence; empty for a plain call.</param>
internal sealed record VerdictContract(VerdictKind Kind, string Reason)
{
    /// <summary>The contract of a verdict.</summary>
    public static VerdictContract From(Verdict verdict) => new(verdict.Kind, verdict.Reason);
}
