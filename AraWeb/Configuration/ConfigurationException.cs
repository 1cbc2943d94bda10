using AraWeb.Engine.Core;

namespace AraWeb.Configuration;

/// <summary>The program cannot start as it is configured. Carries every mistake that was found, not only the first.</summary>
/// <param name="mistakes">One line each, with the key to set.</param>
internal sealed class ConfigurationException(IReadOnlyList<string> mistakes) : AraException(
    "invalid-configuration",
    string.Join(Environment.NewLine, mistakes),
    "Set the keys named in appsettings.json, or as environment variables with the prefix ARA_ and '__' for ':' (for example ARA_Server__Url).")
{
    /// <summary>One line each, with the key to set.</summary>
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
