using AraWeb.Tests.Architecture.Canary.Lower;

namespace AraWeb.Tests.Architecture.Canary.Upper;

/// <summary>A return type of an abstract method.</summary>
internal abstract class ReturnsBelow
{
    public abstract Below? Find();
}
