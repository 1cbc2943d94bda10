using AraWeb.Hosting;

namespace AraWeb.Configuration;

/// <summary>
/// Where settings come from, later ones winning: appsettings.json at the content root, environment variables (prefix <c>ARA_</c>), then what a command was
/// given. Paths of our own sections become absolute here, so no reader depends on the current directory.
/// </summary>
internal static class AraConfiguration
{
    private const string EnvironmentPrefix = "ARA_";

    /// <summary>Makes the settings of a command, which starts no host.</summary>
    public static ConfigurationManager ForCommand(ContentRoot root, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddJsonFile(Path.Combine(root.Path, "appsettings.json"), optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables();
        AddAra(configuration, root, settings);
        return configuration;
    }

    /// <summary>Adds what is Ara's own to a configuration that has the framework's sources.</summary>
    public static void AddAra(IConfigurationManager configuration, ContentRoot root, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        configuration.AddEnvironmentVariables(EnvironmentPrefix).AddInMemoryCollection(settings);
        configuration.AddInMemoryCollection(AbsolutePaths(configuration, root));
    }

    private static Dictionary<string, string?> AbsolutePaths(IConfiguration configuration, ContentRoot root)
    {
        const string key = StorageOptions.Section + ":" + nameof(StorageOptions.Folder);
        var folder = configuration[key] is { Length: > 0 } configured ? configured : StorageOptions.DefaultFolder;
        return new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { [key] = Path.GetFullPath(folder, root.Path) };
    }
}
