namespace AraWeb.Engine.Providers.Remote.Http;

/// <summary>A key to a service. Its text shows neither in <see cref="ToString"/> nor in any message.</summary>
/// <param name="setting">The setting that it comes from.</param>
/// <param name="value">The key; null or blank where it is not set.</param>
/// <param name="parameter">The query parameter that carries it; null when it goes as a bearer token.</param>
internal sealed class RemoteKey(string setting, string? value, string? parameter)
{
    /// <summary>What stands in the place of a key.</summary>
    public const string Hidden = "***";

    /// <summary>The setting that the key comes from.</summary>
    public string Setting { get; } = setting;

    /// <summary>The query parameter that carries the key; null when it goes as a bearer token.</summary>
    public string? Parameter { get; } = parameter;

    /// <summary>The key; null where it is not set.</summary>
    public string? Value { get; } = string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    /// <summary>A text of the service without the key, should it repeat it.</summary>
    public string Scrub(string text) => Value is null
        ? text
        : text.Replace(Value, Hidden, StringComparison.OrdinalIgnoreCase).Replace(Uri.EscapeDataString(Value), Hidden, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => Hidden;
}
