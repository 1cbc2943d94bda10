using System.Text.Json.Serialization;

namespace AraWeb.Engine.Providers;

/// <summary>How a provider is doing, best first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProviderState>))]
public enum ProviderState
{
    /// <summary>Its newest answers were good.</summary>
    Healthy,

    /// <summary>It has not been asked yet.</summary>
    Unused,

    /// <summary>Some of its newest answers failed.</summary>
    Degraded,

    /// <summary>It asked to be left alone for a while, and is.</summary>
    Resting,

    /// <summary>It failed so often that it is not asked for a while.</summary>
    Unavailable,

    /// <summary>Its key is missing or was refused.</summary>
    KeyProblem,
}
