namespace AraWeb.Engine.Features.Pipeline;

/// <summary>Values that became known at certain times, such as a sentiment score or an on-chain figure.</summary>
/// <param name="Name">Lower-case name, for example <c>news-sentiment</c>.</param>
/// <param name="KnownAt">[n] when each value became known, ascending, milliseconds since 1970-01-01 UTC. Not the day that it speaks of.</param>
/// <param name="Values">[n] values.</param>
public sealed record ExternalSeries(string Name, IReadOnlyList<long> KnownAt, IReadOnlyList<double> Values);
