namespace AraWeb.Api.Contracts;

/// <summary>What one member of the pooled model says.</summary>
/// <param name="Model">The member.</param>
/// <param name="MeanReturn">Its expected log return.</param>
/// <param name="Weight">Its weight in the present state of the market.</param>
internal sealed record VoiceContract(string Model, double MeanReturn, double Weight);
