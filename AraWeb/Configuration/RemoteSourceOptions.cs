namespace AraWeb.Configuration;

/// <summary>A provider on the internet. Its section is below that of <see cref="RemoteOptions"/>.</summary>
internal abstract class RemoteSourceOptions
{
    /// <summary>True asks the provider. Defaults to false: nothing leaves the machine unless it is switched on.</summary>
    public bool Enabled { get; set; }

    /// <summary>Another address of the service, for example a regional one; null for the usual one.</summary>
    public string? Url { get; set; }

    /// <summary>The key; null for a provider that has none.</summary>
    internal virtual string? Secret => null;

    /// <summary>Requests a minute of a paid plan; null for a provider that has none, or for its free plan.</summary>
    internal virtual int? Plan => null;

    /// <summary>True where the provider needs a key.</summary>
    internal virtual bool NeedsKey => false;
}
