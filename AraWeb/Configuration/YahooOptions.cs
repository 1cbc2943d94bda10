namespace AraWeb.Configuration;

/// <summary>The provider Yahoo. Section <c>Providers:Yahoo</c>.</summary>
internal sealed class YahooOptions : RemoteSourceOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = RemoteOptions.Section + ":Yahoo";
}
