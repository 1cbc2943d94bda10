using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Engine.Providers.Local;

/// <summary>
/// Bars from CSV files in a folder: <c>stocks/AAPL.csv</c>, <c>crypto/BTCUSDT_1h.csv</c>, <c>crypto/BTCUSD_bitstamp_1d.csv</c> (symbol BTCUSD@BITSTAMP).
/// The sub-folder tells the asset class. Every row passes the <see cref="BarValidator"/>; files that hold no bars are passed over with a word in the notices.
/// Never writes. Safe for use by many threads.
/// </summary>
public sealed class CsvFolderProvider : IMarketDataProvider
{
    private const long MaxFileBytes = 1L << 29;

    /// <summary>How long a listing of the folder may be used before the folder is looked at again.</summary>
    private static readonly TimeSpan ListingLifetime = TimeSpan.FromSeconds(5);

    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly CsvBarCache _cache = new();
    private volatile Listing? _listing;

    /// <summary>Makes a provider; the folder is first looked at when something is asked for.</summary>
    /// <param name="folder">Path of the folder, absolute or relative to the working directory.</param>
    /// <param name="timeProvider">Tells which bars are finished.</param>
    public CsvFolderProvider(string folder, TimeProvider timeProvider)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ArgumentNullException.ThrowIfNull(timeProvider);
        _folder = folder;
        _time = timeProvider;
    }

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public bool IsSimulated => false;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken)
    {
        var files = Index(cancellationToken).WithCheckedHeaders(cancellationToken).Files;
        return ValueTask.FromResult<IReadOnlyList<Instrument>>([.. files.GroupBy(file => file.Symbol).Select(group => Describe([.. group]))]);
    }

    /// <summary>Files that were passed over and things that were taken for granted, in words.</summary>
    /// <exception cref="DataProviderException">The folder is missing, unreadable or holds no bars.</exception>
    public ValueTask<IReadOnlyList<string>> NoticesAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Index(cancellationToken).WithCheckedHeaders(cancellationToken).Notices);

    /// <inheritdoc/>
    public ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Describe(FilesOf(symbol, cancellationToken)));

    /// <inheritdoc/>
    public async ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var file = FileFor(query, cancellationToken);
        if (query.From is { } from && new FileInfo(file.Path) is { Exists: true } info
            && _cache.FindTail(file.Path, info.Length, info.LastWriteTimeUtc, from) is { } tail)
        {
            return BarSelection.Apply(tail, query, _time.GetUtcNow());
        }

        var bars = await LoadAsync(file, cancellationToken).ConfigureAwait(false);
        if (bars.Series.Count == 0)
        {
            var reason = bars.Log.Defects.Count > 0 ? $" Row {bars.Log.Defects[0].Row}: {bars.Log.Defects[0].Message}" : string.Empty;
            throw new DataProviderException(
                $"The file of {query.Symbol} has {bars.RowsRead} rows and none of them can be used.{reason}",
                "See all defects with 'ara data validate DIR' and mend the file.");
        }

        return BarSelection.Apply(bars.Series, query, _time.GetUtcNow());
    }

    /// <summary>What the validator says about the file that a query would be answered from.</summary>
    /// <exception cref="UnknownSymbolException">The symbol, or this time frame of it, is not here.</exception>
    public async ValueTask<BarFileReport> ExamineAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken)
    {
        var file = FileFor(new BarQuery(symbol, timeframe), cancellationToken);
        try
        {
            var bars = await LoadAsync(file, cancellationToken).ConfigureAwait(false);
            var series = bars.Series;
            DateTimeOffset? first = series.Count > 0 ? series[0].Time : null;
            DateTimeOffset? last = series.Count > 0 ? series[series.Count - 1].Time : null;
            return new BarFileReport(
                file.RelativePath, file.Symbol.Text, timeframe.Code(), bars.RowsRead, series.Count, first, last,
                bars.Log.Counts, bars.Log.Defects, Error: null);
        }
        catch (DataProviderException error)
        {
            var reason = $"{error.Message} {error.Advice}";
            return new BarFileReport(file.RelativePath, file.Symbol.Text, timeframe.Code(), 0, 0, First: null, Last: null, [], [], reason);
        }
    }

    private static Instrument Describe(List<CsvBarFile> files)
    {
        var first = files[0];
        var ticker = first.Symbol.Ticker;
        var currency = first.AssetClass == AssetClass.Forex && ticker.Length == 6 ? ticker[3..] : string.Empty;
        Timeframe[] timeframes = [.. files.Select(file => file.Timeframe)];
        return new Instrument(first.Symbol, first.Symbol.Text, first.AssetClass, currency, "csv", IsSimulated: false, timeframes);
    }

    private CsvBarFile FileFor(BarQuery query, CancellationToken cancellationToken)
    {
        var files = FilesOf(query.Symbol, cancellationToken);
        return files.FirstOrDefault(file => file.Timeframe == query.Timeframe)
            ?? throw new UnknownSymbolException(
                query.Symbol,
                $"{query.Symbol} has no {query.Timeframe.Code()} bars in the folder '{_folder}'.",
                $"{files[0].Symbol} has {string.Join(", ", files.Select(file => file.Timeframe.Code()))}; other time frames need a file of their own.");
    }

    private List<CsvBarFile> FilesOf(Symbol symbol, CancellationToken cancellationToken)
    {
        var index = Index(cancellationToken);
        if (!index.Symbols.Contains(symbol))
        {
            // It may have come since the folder was last looked at.
            _listing = null;
            index = Index(cancellationToken);
        }

        var found = SymbolLookup.Resolve(symbol, index.Symbols, $"the folder '{_folder}'");
        return [.. index.Files.Where(file => file.Symbol == found)];
    }

    private CsvFolderIndex Index(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_listing is { } listing && _time.GetElapsedTime(listing.TakenAt) < ListingLifetime)
        {
            return listing.Index;
        }

        var index = CsvFolderIndex.Scan(_folder);
        _listing = new Listing(index, _time.GetTimestamp());
        return index;
    }

    private async ValueTask<ValidatedBars> LoadAsync(CsvBarFile file, CancellationToken cancellationToken)
    {
        try
        {
            var info = new FileInfo(file.Path);
            if (_cache.Find(file.Path, info.Length, info.LastWriteTimeUtc) is { } kept)
            {
                return kept;
            }

            if (info.Length > MaxFileBytes)
            {
                throw new DataProviderException($"{file.RelativePath} is larger than {MaxFileBytes >> 20} MB.", "Split it, or leave out the oldest rows.");
            }

            var content = await File.ReadAllBytesAsync(file.Path, cancellationToken).ConfigureAwait(false);
            var bars = Parse(content, file);
            _cache.Keep(file.Path, info.Length, info.LastWriteTimeUtc, bars);
            return bars;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataProviderException(
                $"{file.RelativePath} cannot be read: {error.Message}",
                "Check that the file is there and may be read, and try again.",
                error);
        }
    }

    private ValidatedBars Parse(byte[] content, CsvBarFile file)
    {
        var header = CsvBarReader.ReadHeader(content);
        if (header.Missing.Count > 0)
        {
            throw new DataProviderException(
                $"{file.RelativePath} has no column {string.Join(", ", header.Missing)}.",
                "The first line must name timestamp,open,high,low,close,volume in any order, separated by commas.");
        }

        var raw = CsvBarReader.Read(content, header, file.AssetClass, file.Timeframe);
        return BarValidator.Examine(raw, file.Symbol, file.AssetClass, file.Timeframe, _time.GetUtcNow());
    }

    private sealed record Listing(CsvFolderIndex Index, long TakenAt);
}
