using AraWeb.Tests.Architecture.Canary.Lower;

namespace AraWeb.Tests.Architecture.Canary.Upper;

/// <summary>A generic argument of a call.</summary>
internal sealed class PassesBelowAsArgument
{
    public static object Use() => Array.Empty<Below>();
}
