namespace AraWeb.Configuration;

/// <summary>The provider Binance. Section <c>Providers:Binance</c>.</summary>
internal sealed class BinanceOptions : RemoteSourceOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = RemoteOptions.Section + ":Binance";
}
