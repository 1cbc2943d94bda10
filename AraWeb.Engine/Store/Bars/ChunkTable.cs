using AraWeb.Engine.Providers;
using Microsoft.Data.Sqlite;

namespace AraWeb.Engine.Store.Bars;

/// <summary>The chunks of newest revisions. Every method works on an open connection of the caller, inside the caller's transaction.</summary>
internal static class ChunkTable
{
    /// <summary>The chunks that a read needs, oldest first.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="seriesId">The series.</param>
    /// <param name="query">Its dates and count bound what is read; chunks are whole, so more bars may come.</param>
    public static List<byte[]> Select(SqliteConnection connection, long seriesId, BarQuery query)
    {
        var from = query.From?.ToUnixTimeMilliseconds() ?? long.MinValue;
        var asOf = query.AsOf?.ToUnixTimeMilliseconds() ?? long.MaxValue;
        var wanted = query.Last ?? int.MaxValue;
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT last_time, bars FROM bar_chunks WHERE series_id = $series AND first_time <= $asOf ORDER BY first_time DESC
            """;
        _ = command.Parameters.AddWithValue("$series", seriesId);
        _ = command.Parameters.AddWithValue("$asOf", asOf);
        using var reader = command.ExecuteReader();
        var chunks = new List<byte[]>();
        var found = 0;
        while (found < wanted && reader.Read() && reader.GetInt64(0) >= from)
        {
            var chunk = reader.GetFieldValue<byte[]>(1);
            chunks.Add(chunk);
            found += query.AsOf is null ? BarChunk.CountOf(chunk) : CountKnown(chunk, asOf);
        }

        chunks.Reverse();
        return chunks;
    }

    /// <summary>
    /// The chunks that bars from <paramref name="first"/> to <paramref name="last"/> fall into or touch: those that overlap, and the neighbours on both
    /// sides that have room, so that bars that come one by one fill chunks instead of making new ones.
    /// </summary>
    public static List<(long Id, byte[] Chunk)> SelectTouched(SqliteConnection connection, long seriesId, long first, long last)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT id, first_time, last_time, bars FROM bar_chunks
            WHERE series_id = $series
              AND first_time >= coalesce((SELECT max(first_time) FROM bar_chunks WHERE series_id = $series AND first_time <= $first), $first)
              AND first_time <= coalesce((SELECT min(first_time) FROM bar_chunks WHERE series_id = $series AND first_time > $last), $last)
            ORDER BY first_time
            """;
        _ = command.Parameters.AddWithValue("$series", seriesId);
        _ = command.Parameters.AddWithValue("$first", first);
        _ = command.Parameters.AddWithValue("$last", last);
        using var reader = command.ExecuteReader();
        var touched = new List<(long, byte[])>();
        while (reader.Read())
        {
            var chunk = reader.GetFieldValue<byte[]>(3);
            var overlaps = reader.GetInt64(1) <= last && reader.GetInt64(2) >= first;
            if (overlaps || BarChunk.CountOf(chunk) < BarChunk.Capacity)
            {
                touched.Add((reader.GetInt64(0), chunk));
            }
        }

        return touched;
    }

    /// <summary>Removes chunks whose bars are about to be written anew.</summary>
    public static void Delete(SqliteConnection connection, IReadOnlyList<(long Id, byte[] Chunk)> chunks)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM bar_chunks WHERE id = $id";
        var id = command.Parameters.Add("$id", SqliteType.Integer);
        foreach (var chunk in chunks)
        {
            id.Value = chunk.Id;
            _ = command.ExecuteNonQuery();
        }
    }

    /// <summary>Writes the first <paramref name="count"/> bars as chunks.</summary>
    public static void Insert(SqliteConnection connection, long seriesId, KnownBars bars, int count, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO bar_chunks (series_id, first_time, last_time, bars) VALUES ($series, $first, $last, $bars)";
        _ = command.Parameters.AddWithValue("$series", seriesId);
        var first = command.Parameters.Add("$first", SqliteType.Integer);
        var last = command.Parameters.Add("$last", SqliteType.Integer);
        var chunk = command.Parameters.Add("$bars", SqliteType.Blob);
        command.Prepare();
        for (var start = 0; start < count; start += BarChunk.Capacity)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var size = Math.Min(BarChunk.Capacity, count - start);
            first.Value = bars.Columns.Times[start];
            last.Value = bars.Columns.Times[start + size - 1];
            chunk.Value = BarChunk.Encode(bars, start, size);
            _ = command.ExecuteNonQuery();
        }
    }

    private static int CountKnown(byte[] chunk, long asOf)
    {
        var count = 0;
        foreach (var knownAt in BarChunk.KnownAtOf(chunk))
        {
            count += knownAt <= asOf ? 1 : 0;
        }

        return count;
    }
}
