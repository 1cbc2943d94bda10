using AraWeb.Tests.Architecture.Canary.Lower;

namespace AraWeb.Tests.Architecture.Canary.Upper;

/// <summary>A base type.</summary>
internal sealed class InheritsBelow : Below;
