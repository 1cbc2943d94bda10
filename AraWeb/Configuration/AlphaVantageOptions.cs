namespace AraWeb.Configuration;

/// <summary>The provider AlphaVantage. Section <c>Providers:AlphaVantage</c>.</summary>
internal sealed class AlphaVantageOptions : KeyedSourceOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = RemoteOptions.Section + ":AlphaVantage";
}
