namespace AraWeb.Engine.Registry;

/// <summary>A version as a list shows it: with its card, or with what is wrong with it.</summary>
/// <param name="Id">The model.</param>
/// <param name="Version">Its version.</param>
/// <param name="Stage">Where it stands; null where the list of stages cannot be trusted.</param>
/// <param name="Card">The card; null when it was refused.</param>
/// <param name="Refusal">Why it was refused; null when it is sound.</param>
public sealed record RegistryEntry(string Id, int Version, ModelStage? Stage, ModelCard? Card, ModelRefusedException? Refusal);
