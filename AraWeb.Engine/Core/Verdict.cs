namespace AraWeb.Engine.Core;

/// <summary>What a forecast claims to be, and why.</summary>
/// <param name="Kind">The claim.</param>
/// <param name="Reason">One sentence for people; empty for a plain call.</param>
public sealed record Verdict(VerdictKind Kind, string Reason)
{
    /// <summary>A call that needs no further word.</summary>
    public static Verdict Plain { get; } = new(VerdictKind.Call, string.Empty);
}
