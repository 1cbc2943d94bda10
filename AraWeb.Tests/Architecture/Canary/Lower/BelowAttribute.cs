namespace AraWeb.Tests.Architecture.Canary.Lower;

/// <summary>An attribute of the lower area.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class BelowAttribute : Attribute;
