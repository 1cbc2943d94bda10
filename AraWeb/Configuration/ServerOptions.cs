namespace AraWeb.Configuration;

/// <summary>Where the dashboard and the API listen. Section <c>Server</c>.</summary>
internal sealed class ServerOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Server";

    /// <summary>Address when none is configured.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>The one address to listen on. Loopback only for as long as there are no accounts. Defaults to <see cref="DefaultUrl"/>.</summary>
    public string Url { get; set; } = DefaultUrl;
}
