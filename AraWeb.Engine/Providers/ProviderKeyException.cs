using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>A provider needs a key that is not set, or refused the one that is. Never holds the key.</summary>
/// <param name="provider">Which one.</param>
/// <param name="reason">What happened, without the key.</param>
/// <param name="setting">The setting that holds the key, for example <c>Providers:Polygon:Key</c>.</param>
public sealed class ProviderKeyException(string provider, string reason, string setting)
    : DataProviderException(
        "provider-key",
        $"{provider} {reason}.",
        $"Set {setting} (or the environment variable ARA_{setting.Replace(":", "__", StringComparison.Ordinal)}) to a valid key.",
        inner: null)
{
    /// <summary>The setting that holds the key.</summary>
    public string Setting { get; } = setting;
}
