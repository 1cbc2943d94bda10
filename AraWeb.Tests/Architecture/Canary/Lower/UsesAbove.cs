using AraWeb.Tests.Architecture.Canary.Upper;

namespace AraWeb.Tests.Architecture.Canary.Lower;

/// <summary>The allowed direction.</summary>
internal sealed class UsesAbove
{
    public static int Use() => Above.Count([]);
}
