namespace AraWeb.Configuration;

/// <summary>A provider on the internet that wants a key.</summary>
internal abstract class KeyedSourceOptions : RemoteSourceOptions
{
    /// <summary>The key. Best set as an environment variable; it is never logged nor shown.</summary>
    public string? Key { get; set; }

    /// <summary>Requests a minute that a paid plan allows; null, the default, keeps to the free plan.</summary>
    public int? RequestsPerMinute { get; set; }

    /// <inheritdoc/>
    internal sealed override string? Secret => Key;

    /// <inheritdoc/>
    internal sealed override int? Plan => RequestsPerMinute;

    /// <inheritdoc/>
    internal sealed override bool NeedsKey => true;
}
