namespace AraWeb.Configuration;

/// <summary>Where the program keeps its own data. Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>Folder when none is configured, relative to the content root.</summary>
    public const string DefaultFolder = "data";

    /// <summary>
    /// Folder of the database and of keys; created when it is missing. A relative path counts from the content root (the repository, or the publish folder).
    /// <see cref="AraConfiguration"/> makes it absolute, so whoever reads <c>Storage:Folder</c> gets a full path. Defaults to <see cref="DefaultFolder"/>.
    /// </summary>
    public string Folder { get; set; } = DefaultFolder;
}
