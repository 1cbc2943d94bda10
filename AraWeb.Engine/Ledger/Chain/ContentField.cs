namespace AraWeb.Engine.Ledger.Chain;

/// <summary>A named value of what is sealed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public readonly record struct ContentField(string Name, ContentValue Value);
