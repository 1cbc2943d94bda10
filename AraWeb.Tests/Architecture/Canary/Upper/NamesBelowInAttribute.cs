using AraWeb.Tests.Architecture.Canary.Lower;

namespace AraWeb.Tests.Architecture.Canary.Upper;

/// <summary>A typeof inside an attribute.</summary>
[System.ComponentModel.TypeConverter(typeof(Below))]
internal sealed class NamesBelowInAttribute;
