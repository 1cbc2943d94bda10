using AraWeb.Tests.Architecture.Canary.Upper;

namespace AraWeb.Tests.Architecture.Canary.Side;

/// <summary>Uses an area on its own line.</summary>
internal sealed class CallsNeighbour
{
    public static int Use() => Above.Count([]);
}
