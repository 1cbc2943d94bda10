namespace AraWeb.Hosting;

/// <summary>
/// Where appsettings.json, wwwroot and the data folder are looked for: the repository root for a build that runs from its output folder, the publish folder
/// otherwise. The current directory plays no part, so the program starts from anywhere.
/// </summary>
/// <param name="Path">Absolute path.</param>
/// <param name="IsPublished">False for a build output, whose static files still lie where they were built from.</param>
internal sealed record ContentRoot(string Path, bool IsPublished)
{
    private const string BuildMarker = "AraWeb.staticwebassets.runtime.json";
    private const string RepositoryMarker = "AraWeb.sln";

    /// <summary>Finds the root for the running program.</summary>
    public static ContentRoot Find() => Find(AppContext.BaseDirectory);

    /// <summary>Finds the root for a program in <paramref name="programFolder"/>.</summary>
    public static ContentRoot Find(string programFolder)
    {
        if (!File.Exists(System.IO.Path.Combine(programFolder, BuildMarker)))
        {
            return new ContentRoot(programFolder, IsPublished: true);
        }

        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, RepositoryMarker)))
            {
                return new ContentRoot(folder.FullName, IsPublished: false);
            }
        }

        return new ContentRoot(programFolder, IsPublished: false);
    }
}
