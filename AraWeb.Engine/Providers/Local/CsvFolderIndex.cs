using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Local;

/// <summary>
/// The files of bars below a folder, by their names alone, and a word on every file that was passed over. <see cref="WithCheckedHeaders"/> also looks at
/// the first line of each. Rows are not read here.
/// </summary>
internal sealed class CsvFolderIndex
{
    private const int HeaderBytes = 4096;

    private static readonly EnumerationOptions Enumeration = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 3,
        MatchCasing = MatchCasing.CaseInsensitive,
    };

    private readonly string _folder;

    private CsvFolderIndex(string folder, IReadOnlyList<CsvBarFile> files, IReadOnlyList<string> notices)
    {
        _folder = folder;
        Files = files;
        Notices = notices;
        Symbols = files.Select(file => file.Symbol).ToHashSet();
    }

    /// <summary>The files, ordered by symbol and time frame; each pair of them once.</summary>
    public IReadOnlyList<CsvBarFile> Files { get; }

    /// <summary>All symbols.</summary>
    public IReadOnlyCollection<Symbol> Symbols { get; }

    /// <summary>What was passed over or taken for granted, in words.</summary>
    public IReadOnlyList<string> Notices { get; }

    /// <summary>Lists a folder and its sub-folders, three levels deep.</summary>
    /// <exception cref="DataProviderException">The folder is not there, cannot be read, or holds no file of bars.</exception>
    public static CsvFolderIndex Scan(string folder)
    {
        var root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
        {
            throw new DataProviderException(
                $"The folder '{folder}' does not exist.",
                $"Name a folder with files such as {CsvBarFile.NameForm}, best in sub-folders stocks, etf, index, crypto, forex.");
        }

        try
        {
            return Sort(folder, root, Directory.GetFiles(root, "*.csv", Enumeration));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataProviderException($"The folder '{folder}' cannot be read: {error.Message}", "Check its permissions and try again.", error);
        }
    }

    /// <summary>The same without files whose first line does not name the columns of bars.</summary>
    public CsvFolderIndex WithCheckedHeaders(CancellationToken cancellationToken)
    {
        var kept = new List<CsvBarFile>();
        var notices = new List<string>(Notices);
        foreach (var file in Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var missing = ReadHeader(file).Missing;
            if (missing.Count == 0)
            {
                kept.Add(file);
            }
            else
            {
                notices.Add($"{file.RelativePath} was passed over: its first line names no column {string.Join(", ", missing)}.");
            }
        }

        return kept.Count > 0 ? new CsvFolderIndex(_folder, kept, notices) : throw NoFiles(_folder, notices);
    }

    private static CsvHeader ReadHeader(CsvBarFile file)
    {
        try
        {
            using var handle = File.OpenHandle(file.Path);
            Span<byte> start = stackalloc byte[HeaderBytes];
            return CsvBarReader.ReadHeader(start[..RandomAccess.Read(handle, start, 0)]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataProviderException($"{file.RelativePath} cannot be read: {error.Message}", "Check the file's permissions and try again.", error);
        }
    }

    private static CsvFolderIndex Sort(string folder, string root, string[] paths)
    {
        Array.Sort(paths, StringComparer.Ordinal);
        var files = new Dictionary<(Symbol, Timeframe), CsvBarFile>();
        var notices = new List<string>();
        var classes = new Dictionary<string, AssetClass>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (!CsvBarFile.TryReadName(path, out var symbol, out var timeframe))
            {
                notices.Add($"{relative} was passed over: its name is not {CsvBarFile.NameForm}.");
                continue;
            }

            var file = new CsvBarFile(path, relative, symbol, ClassOf(root, Path.GetDirectoryName(path)!, classes, notices), timeframe);
            if (!files.TryAdd((symbol, timeframe), file))
            {
                notices.Add($"{relative} was passed over: {files[(symbol, timeframe)].RelativePath} has {symbol} {timeframe.Code()} already.");
            }
        }

        return files.Count > 0
            ? new CsvFolderIndex(folder, [.. files.Values.OrderBy(file => file.Symbol).ThenBy(file => file.Timeframe)], notices)
            : throw NoFiles(folder, notices);
    }

    // The nearest folder whose name tells a class, up to and including the root.
    private static AssetClass ClassOf(string root, string folder, Dictionary<string, AssetClass> classes, List<string> notices)
    {
        if (classes.TryGetValue(folder, out var known))
        {
            return known;
        }

        AssetClass? found = null;
        for (var at = folder; found is null && at is not null && at.Length >= root.Length; at = Path.GetDirectoryName(at))
        {
            found = CsvBarFile.ClassOfFolder(Path.GetFileName(at));
        }

        if (found is null)
        {
            notices.Add($"The folder '{Path.GetFileName(folder)}' tells no asset class (stocks, etf, index, crypto, forex); its files are taken for stocks.");
        }

        return classes[folder] = found ?? AssetClass.Stock;
    }

    private static DataProviderException NoFiles(string folder, List<string> notices)
    {
        var reason = notices.Count > 0 ? $" {notices[0]}" : string.Empty;
        return new DataProviderException(
            $"The folder '{folder}' holds no file of bars.{reason}",
            $"Put files there that are called {CsvBarFile.NameForm} and begin with timestamp,open,high,low,close,volume.");
    }
}
