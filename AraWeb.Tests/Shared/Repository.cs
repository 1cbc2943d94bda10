namespace AraWeb.Tests.Shared;

/// <summary>The checkout that the tests were built from: tests of files (conventions, documentation, deployment) read it.</summary>
internal static class Repository
{
    /// <summary>Absolute path of the folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Absolute path of something in the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Reads a text file of the repository.</summary>
    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>Files under a folder of the repository, build outputs and fetched libraries left out; paths are relative, with '/'.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) => !Directory.Exists(PathOf(folder)) ? [] :
    [
        .. Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "lib" or "TestResults"))
            .Order(StringComparer.Ordinal),
    ];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AraWeb.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No AraWeb.sln above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
