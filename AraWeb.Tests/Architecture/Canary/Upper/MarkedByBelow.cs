using AraWeb.Tests.Architecture.Canary.Lower;

namespace AraWeb.Tests.Architecture.Canary.Upper;

/// <summary>An attribute on a parameter.</summary>
internal sealed class MarkedByBelow
{
    public static int Use([Below] int value) => value;
}
