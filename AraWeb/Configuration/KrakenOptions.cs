namespace AraWeb.Configuration;

/// <summary>The provider Kraken. Section <c>Providers:Kraken</c>.</summary>
internal sealed class KrakenOptions : RemoteSourceOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = RemoteOptions.Section + ":Kraken";
}
