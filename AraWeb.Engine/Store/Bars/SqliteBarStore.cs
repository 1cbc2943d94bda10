using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using Microsoft.Data.Sqlite;

namespace AraWeb.Engine.Store.Bars;

/// <summary>
/// Bars in SQLite by ADO.NET. Newest revisions are kept in chunks of columns, superseded ones as rows; a write is one transaction, so that readers see
/// all of it or nothing. A connection from the pool serves each operation; one writer of the process works at a time. Never deletes a bar, and fetches nothing.
/// </summary>
/// <param name="databases">Where the bar database lies; set up by <see cref="StoreInitializer"/>.</param>
public sealed class SqliteBarStore(StoreDatabases databases) : IBarStore
{
    private readonly SqliteDatabase _database = databases.Bars;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(InstrumentTable.List));
    }

    /// <inheritdoc/>
    public ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(connection => InstrumentTable.Find(connection, symbol) ?? throw Unknown(connection, symbol)));
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NewestAsync(Symbol symbol, Timeframe timeframe, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(connection => InstrumentTable.Newest(connection, symbol, timeframe)));
    }

    /// <inheritdoc/>
    public ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Last is { } last)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(last, nameof(query));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(connection => ReadSeries(connection, query)));
    }

    /// <inheritdoc/>
    /// <remarks>Bars that had not closed by <paramref name="receivedAt"/> are left out: they come again when they are finished.</remarks>
    /// <exception cref="InputException">The symbol is kept from another source.</exception>
    /// <exception cref="ArgumentException">Bars and instrument differ in symbol or class, or a value is not finite.</exception>
    public async ValueTask<int> WriteAsync(
        Instrument instrument, BarSeries bars, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        ArgumentNullException.ThrowIfNull(bars);
        Check(instrument, bars);
        var finished = bars.KnownAt(receivedAt);
        if (finished.Count == 0)
        {
            return 0;
        }

        using var turn = await _database.EnterWriteAsync(cancellationToken);
        try
        {
            using var connection = _database.Open();
            return Write(connection, instrument, finished, receivedAt.ToUnixTimeMilliseconds(), cancellationToken);
        }
        catch (InvalidDataException error)
        {
            throw StorageFault.Damaged(error, _database.FilePath);
        }
        catch (SqliteException error)
        {
            throw StorageFault.From(error, _database.FilePath);
        }
    }

    private static void Check(Instrument instrument, BarSeries bars)
    {
        if (instrument.Symbol != bars.Symbol || instrument.AssetClass != bars.AssetClass)
        {
            throw new ArgumentException(
                $"Bars of {bars.Symbol} ({bars.AssetClass}) do not belong to {instrument.Symbol} ({instrument.AssetClass}).", nameof(bars));
        }

        for (var column = 0; column < 5; column++)
        {
            var values = column switch { 0 => bars.Open, 1 => bars.High, 2 => bars.Low, 3 => bars.Close, _ => bars.Volume };
            for (var i = 0; i < values.Length; i++)
            {
                if (!double.IsFinite(values[i]))
                {
                    throw new ArgumentException($"The bar of {bars.Symbol} at {bars[i].Time:u} holds a value that is not finite.", nameof(bars));
                }
            }
        }
    }

    private static int Write(
        SqliteConnection connection, Instrument instrument, BarSeries bars, long receivedAt, CancellationToken cancellationToken)
    {
        // Losing the last commit at a power cut is acceptable for bars: they are fetched again. The file stays whole.
        using (var pragma = connection.CreateCommand())
        {
            pragma.CommandText = "PRAGMA synchronous = NORMAL";
            _ = pragma.ExecuteNonQuery();
        }

        using var transaction = connection.BeginTransaction();
        var seriesId = InstrumentTable.SaveSeries(connection, InstrumentTable.Save(connection, instrument), bars.Timeframe);
        var touched = ChunkTable.SelectTouched(connection, seriesId, bars.Times[0], bars.Times[^1]);
        var merge = BarMerge.Join(Decode(touched.ConvertAll(chunk => chunk.Chunk)), bars, receivedAt);
        if (merge.Changed > 0)
        {
            ChunkTable.Delete(connection, touched);
            ChunkTable.Insert(connection, seriesId, merge.Merged, merge.Count, cancellationToken);
            SupersededTable.Insert(connection, seriesId, merge.Superseded);
            InstrumentTable.CountBars(connection, seriesId, merge.Added, bars.Times[^1]);
        }

        transaction.Commit();
        return merge.Changed;
    }

    private static BarSeries ReadSeries(SqliteConnection connection, BarQuery query)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var series = InstrumentTable.FindSeries(connection, query.Symbol, query.Timeframe)
            ?? throw Unknown(connection, query.Symbol, query.Timeframe);
        var bars = Decode(ChunkTable.Select(connection, series.Id, query));
        if (query.AsOf is { } asOf && bars.Count > 0)
        {
            var earlier = SupersededTable.KnownAt(connection, series.Id, bars.Columns.Times[0], asOf.ToUnixTimeMilliseconds());
            bars = KeepKnown(bars, earlier, asOf.ToUnixTimeMilliseconds());
        }

        var start = query.From is { } from ? FirstFrom(bars.Columns.Times, from.ToUnixTimeMilliseconds()) : 0;
        return BarSeries.FromColumns(series.Symbol, series.AssetClass, query.Timeframe, bars.Columns)
            .Slice(start, bars.Count - start)
            .Last(query.Last ?? int.MaxValue);
    }

    private static KnownBars Decode(List<byte[]> chunks)
    {
        var bars = KnownBars.Empty(chunks.Sum(chunk => BarChunk.CountOf(chunk)));
        var at = 0;
        foreach (var chunk in chunks)
        {
            at += BarChunk.Decode(chunk, bars, at);
        }

        return bars;
    }

    // The revision known at a moment: the newest one where it was known by then, else the one that it replaced, else nothing yet.
    private static KnownBars KeepKnown(KnownBars bars, Dictionary<long, Bar> earlier, long asOf)
    {
        bool Known(int i) => bars.KnownAt[i] <= asOf || earlier.ContainsKey(bars.Columns.Times[i]);
        var kept = KnownBars.Empty(Enumerable.Range(0, bars.Count).Count(Known));
        var target = 0;
        for (var i = 0; i < bars.Count; i++)
        {
            if (bars.KnownAt[i] <= asOf)
            {
                kept.Copy(bars, i, target++);
            }
            else if (earlier.TryGetValue(bars.Columns.Times[i], out var bar))
            {
                kept.Columns.Set(target++, bar);
            }
        }

        return kept;
    }

    private static int FirstFrom(ReadOnlySpan<long> times, long from)
    {
        var position = times.BinarySearch(from);
        return position >= 0 ? position : ~position;
    }

    private static UnknownSymbolException Unknown(SqliteConnection connection, Symbol symbol) => new(
        symbol, $"{symbol} is not stored.", NearSymbols.Advice(symbol, InstrumentTable.List(connection)));

    private static UnknownSymbolException Unknown(SqliteConnection connection, Symbol symbol, Timeframe timeframe) =>
        InstrumentTable.Find(connection, symbol) is { } instrument
            ? new UnknownSymbolException(
                symbol,
                $"{instrument.Symbol} has no {timeframe.Code()} bars.",
                $"It has {string.Join(", ", instrument.Timeframes.Select(Timeframes.Code))}: choose one of these, or import {timeframe.Code()} bars.")
            : Unknown(connection, symbol);

    private T Read<T>(Func<SqliteConnection, T> read)
    {
        try
        {
            using var connection = _database.Open();
            return read(connection);
        }
        catch (InvalidDataException error)
        {
            throw StorageFault.Damaged(error, _database.FilePath);
        }
        catch (SqliteException error)
        {
            throw StorageFault.From(error, _database.FilePath);
        }
    }
}
