namespace AraWeb.Configuration;

/// <summary>The provider Polygon. Section <c>Providers:Polygon</c>.</summary>
internal sealed class PolygonOptions : KeyedSourceOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = RemoteOptions.Section + ":Polygon";
}
