namespace AraWeb.Engine.Models.Linear;

/// <summary>Settings of the elastic net.</summary>
/// <param name="AmountShare">Share of the amounts in the penalty, above 0 and up to 1; what is left goes to the squares. scikit-learn's l1_ratio.</param>
/// <param name="Path">How the penalty is chosen and when iterations end.</param>
public sealed record ElasticNetSettings(double AmountShare, LinearSettings Path)
{
    /// <summary>Half and half.</summary>
    public static ElasticNetSettings Even { get; } = new(0.5, new LinearSettings());
}
