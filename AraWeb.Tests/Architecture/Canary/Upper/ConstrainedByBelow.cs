using AraWeb.Tests.Architecture.Canary.Lower;

namespace AraWeb.Tests.Architecture.Canary.Upper;

/// <summary>A constraint.</summary>
internal sealed class ConstrainedByBelow<T>
    where T : Below;
