namespace AraWeb.Tests.Architecture.Canary.Lower;

/// <summary>An exception of the lower area.</summary>
internal sealed class BelowException : Exception;
