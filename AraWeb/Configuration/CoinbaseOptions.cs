namespace AraWeb.Configuration;

/// <summary>The provider Coinbase. Section <c>Providers:Coinbase</c>.</summary>
internal sealed class CoinbaseOptions : RemoteSourceOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = RemoteOptions.Section + ":Coinbase";
}
