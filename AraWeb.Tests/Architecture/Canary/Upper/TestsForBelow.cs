using AraWeb.Tests.Architecture.Canary.Lower;

namespace AraWeb.Tests.Architecture.Canary.Upper;

/// <summary>A type test.</summary>
internal sealed class TestsForBelow
{
    public static bool Use(object value) => value is Below;
}
