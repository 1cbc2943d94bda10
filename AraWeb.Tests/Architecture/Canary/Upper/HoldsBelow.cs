using AraWeb.Tests.Architecture.Canary.Lower;

namespace AraWeb.Tests.Architecture.Canary.Upper;

/// <summary>A field of a list of arrays.</summary>
internal sealed class HoldsBelow
{
    public List<Below[]> Held { get; } = [];
}
