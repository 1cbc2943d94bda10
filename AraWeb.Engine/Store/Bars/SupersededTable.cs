using AraWeb.Engine.Core;
using Microsoft.Data.Sqlite;

namespace AraWeb.Engine.Store.Bars;

/// <summary>The revisions that were replaced. Every method works on an open connection of the caller, inside the caller's transaction.</summary>
internal static class SupersededTable
{
    /// <summary>Keeps what revisions replaced.</summary>
    public static void Insert(SqliteConnection connection, long seriesId, IReadOnlyList<SupersededBar> bars)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO superseded_bars (series_id, time, known_at, superseded_at, open, high, low, close, volume)
            VALUES ($series, $time, $known, $superseded, $open, $high, $low, $close, $volume)
            """;
        _ = command.Parameters.AddWithValue("$series", seriesId);
        var time = command.Parameters.Add("$time", SqliteType.Integer);
        var known = command.Parameters.Add("$known", SqliteType.Integer);
        var superseded = command.Parameters.Add("$superseded", SqliteType.Integer);
        var prices = Array.ConvertAll(["$open", "$high", "$low", "$close", "$volume"], name => command.Parameters.Add(name, SqliteType.Real));
        foreach (var (bar, knownAt, supersededAt) in bars)
        {
            time.Value = bar.Time.ToUnixTimeMilliseconds();
            known.Value = knownAt;
            superseded.Value = supersededAt;
            (prices[0].Value, prices[1].Value, prices[2].Value, prices[3].Value, prices[4].Value) =
                (bar.Open, bar.High, bar.Low, bar.Close, bar.Volume);
            _ = command.ExecuteNonQuery();
        }
    }

    /// <summary>The replaced revisions that were the newest at <paramref name="asOf"/>, by start of the bar.</summary>
    public static Dictionary<long, Bar> KnownAt(SqliteConnection connection, long seriesId, long from, long asOf)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT time, open, high, low, close, volume FROM superseded_bars
            WHERE series_id = $series AND time BETWEEN $from AND $asOf AND known_at <= $asOf AND superseded_at > $asOf
            """;
        _ = command.Parameters.AddWithValue("$series", seriesId);
        _ = command.Parameters.AddWithValue("$from", from);
        _ = command.Parameters.AddWithValue("$asOf", asOf);
        using var reader = command.ExecuteReader();
        var bars = new Dictionary<long, Bar>();
        while (reader.Read())
        {
            var time = reader.GetInt64(0);
            bars[time] = new Bar(
                DateTimeOffset.FromUnixTimeMilliseconds(time),
                reader.GetDouble(1),
                reader.GetDouble(2),
                reader.GetDouble(3),
                reader.GetDouble(4),
                reader.GetDouble(5));
        }

        return bars;
    }
}
