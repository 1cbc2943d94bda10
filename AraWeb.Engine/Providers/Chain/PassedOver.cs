namespace AraWeb.Engine.Providers.Chain;

/// <summary>A provider that was not used, and why.</summary>
/// <param name="Provider">Its name.</param>
/// <param name="Reason">In words, without keys.</param>
public sealed record PassedOver(string Provider, string Reason);
