namespace AraWeb.Api.Contracts;

/// <summary>The state of the program.</summary>
/// <param name="Status">live or ready.</param>
internal sealed record HealthResponse(string Status);
