namespace AraWeb.Engine.Providers.Transfer;

/// <summary>What a refresh did.</summary>
/// <param name="Changed">What got new or revised bars.</param>
/// <param name="Failures">What could not be refreshed, in words with what to do; everything else was refreshed all the same.</param>
public sealed record RefreshReport(IReadOnlyList<RefreshedBars> Changed, IReadOnlyList<string> Failures)
{
    /// <summary>What came from another provider than the first, in words that say which and why; empty when nothing did.</summary>
    public IReadOnlyList<string> Fallbacks { get; init; } = [];
}
