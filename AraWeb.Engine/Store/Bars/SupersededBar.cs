using AraWeb.Engine.Core;

namespace AraWeb.Engine.Store.Bars;

/// <summary>A bar as it was known for a while, before a revision took its place.</summary>
/// <param name="Bar">The old values.</param>
/// <param name="KnownAt">First millisecond at which it was known.</param>
/// <param name="SupersededAt">First millisecond at which the next revision was known.</param>
internal readonly record struct SupersededBar(Bar Bar, long KnownAt, long SupersededAt);
