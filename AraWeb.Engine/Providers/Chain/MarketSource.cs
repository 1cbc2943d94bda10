namespace AraWeb.Engine.Providers.Chain;

/// <summary>One provider of a chain as the settings have it. A class and no record: its text must not show the key.</summary>
/// <param name="provider">The provider's name, one of <see cref="MarketChain.KnownProviders"/>.</param>
public sealed class MarketSource(string provider)
{
    /// <summary>The provider's name.</summary>
    public string Provider { get; } = provider;

    /// <summary>Root of the service, with a slash at the end; null for the usual one.</summary>
    public Uri? Address { get; init; }

    /// <summary>The key; null where none is set.</summary>
    public string? Key { get; init; }

    /// <summary>Requests a minute that a paid plan allows; null for the free plan.</summary>
    public int? RequestsPerMinute { get; init; }
}
