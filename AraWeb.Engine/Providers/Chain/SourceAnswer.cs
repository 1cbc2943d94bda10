using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Chain;

/// <summary>Where the bars of an answer came from. Plain values only, so that it goes out as JSON as it is.</summary>
/// <param name="Symbol">Whose bars.</param>
/// <param name="Timeframe">In which time frame.</param>
/// <param name="Provider">Who gave them.</param>
/// <param name="ReceivedAt">When they were received, UTC.</param>
/// <param name="IsStale">True when no provider answers now and these are the last good bars.</param>
/// <param name="PassedOver">Providers of higher rank that were not used, in order.</param>
public sealed record SourceAnswer(
    Symbol Symbol, Timeframe Timeframe, string Provider, DateTimeOffset ReceivedAt, bool IsStale, IReadOnlyList<PassedOver> PassedOver)
{
    /// <summary>What was done instead of the normal way, in words for <see cref="Provenance.Fallbacks"/>; empty when nothing was.</summary>
    public IReadOnlyList<string> Fallbacks
    {
        get
        {
            if (PassedOver.Count == 0 && !IsStale)
            {
                return [];
            }

            var reasons = string.Join(" ", PassedOver.Select(passed => passed.Reason));
            return IsStale
                ? [$"No provider answers; these are the bars that {Provider} gave at {ReceivedAt:yyyy-MM-dd HH:mm} UTC. {reasons}".TrimEnd()]
                : [$"{Provider} answered in place of {PassedOver[0].Provider}. {reasons}"];
        }
    }
}
