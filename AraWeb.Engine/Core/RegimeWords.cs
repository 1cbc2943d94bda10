namespace AraWeb.Engine.Core;

/// <summary>What people call a state of the market.</summary>
public static class RegimeWords
{
    /// <summary>As a title: <c>High volatility</c>.</summary>
    public static string Name(RegimeType regime) => regime == RegimeType.HighVolatility ? "High volatility" : regime.ToString();

    /// <summary>Before the word market: <c>highly volatile</c>.</summary>
    public static string Adjective(RegimeType regime) => regime == RegimeType.HighVolatility ? "highly volatile" : regime.ToString().ToLowerInvariant();
}
