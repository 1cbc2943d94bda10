using AraWeb.Engine.Core;
using Microsoft.Data.Sqlite;

namespace AraWeb.Engine.Store.Bars;

/// <summary>The instruments and their series. Every method works on an open connection of the caller, inside the caller's transaction.</summary>
internal static class InstrumentTable
{
    private const string SelectWithSeries = """
        SELECT i.symbol, i.name, i.asset_class, i.currency, i.source, i.is_simulated, s.timeframe
        FROM instruments i LEFT JOIN series s ON s.instrument_id = i.id
        """;

    // The exact symbol sorts before its venues, and a symbol with a venue is no ticker of another.
    private const string Resolve =
        "SELECT symbol FROM instruments WHERE symbol = $symbol OR ticker = $symbol ORDER BY symbol = $symbol DESC, symbol LIMIT 1";

    /// <summary>All instruments, ordered by symbol.</summary>
    public static IReadOnlyList<Instrument> List(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SelectWithSeries + " ORDER BY i.symbol";
        return Read(command);
    }

    /// <summary>
    /// The instrument of exactly this symbol, else (for a ticker without venue) of its alphabetically first venue; null where neither is there.
    /// </summary>
    public static Instrument? Find(SqliteConnection connection, Symbol symbol)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SelectWithSeries + $" WHERE i.symbol = ({Resolve})";
        _ = command.Parameters.AddWithValue("$symbol", symbol.Text);
        return Read(command).SingleOrDefault();
    }

    /// <summary>The series of a symbol, found as <see cref="Find"/> finds it.</summary>
    public static SeriesKey? FindSeries(SqliteConnection connection, Symbol symbol, Timeframe timeframe)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT s.id, i.symbol, i.asset_class FROM series s JOIN instruments i ON i.id = s.instrument_id
            WHERE i.symbol = ({Resolve}) AND s.timeframe = $timeframe
            """;
        _ = command.Parameters.AddWithValue("$symbol", symbol.Text);
        _ = command.Parameters.AddWithValue("$timeframe", timeframe.Code());
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new SeriesKey(reader.GetInt64(0), Symbol.Parse(reader.GetString(1)), Enum.Parse<AssetClass>(reader.GetString(2)))
            : null;
    }

    /// <summary>Start of the newest bar of exactly this symbol; null where there is none.</summary>
    public static DateTimeOffset? Newest(SqliteConnection connection, Symbol symbol, Timeframe timeframe)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT s.newest FROM series s JOIN instruments i ON i.id = s.instrument_id
            WHERE i.symbol = $symbol AND s.timeframe = $timeframe
            """;
        _ = command.Parameters.AddWithValue("$symbol", symbol.Text);
        _ = command.Parameters.AddWithValue("$timeframe", timeframe.Code());
        return command.ExecuteScalar() is long newest ? DateTimeOffset.FromUnixTimeMilliseconds(newest) : null;
    }

    /// <summary>Adds the instrument, or brings name, class and currency of a known one up to date.</summary>
    /// <returns>The instrument's row.</returns>
    /// <exception cref="InputException">The symbol is kept from another source.</exception>
    public static long Save(SqliteConnection connection, Instrument instrument)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO instruments (symbol, ticker, name, asset_class, currency, source, is_simulated)
            VALUES ($symbol, $ticker, $name, $class, $currency, $source, $simulated)
            ON CONFLICT (symbol) DO UPDATE SET name = $name, asset_class = $class, currency = $currency
            WHERE source = $source AND is_simulated = $simulated
            RETURNING id
            """;
        _ = command.Parameters.AddWithValue("$symbol", instrument.Symbol.Text);
        _ = command.Parameters.AddWithValue("$ticker", instrument.Symbol.Ticker);
        _ = command.Parameters.AddWithValue("$name", instrument.Name);
        _ = command.Parameters.AddWithValue("$class", instrument.AssetClass.ToString());
        _ = command.Parameters.AddWithValue("$currency", instrument.Currency);
        _ = command.Parameters.AddWithValue("$source", instrument.Source);
        _ = command.Parameters.AddWithValue("$simulated", instrument.IsSimulated);
        return command.ExecuteScalar() is long id ? id : throw OtherSource(connection, instrument);
    }

    /// <summary>The row of a series, added where it is new, with its newest bar and count brought up to date.</summary>
    public static long SaveSeries(SqliteConnection connection, long instrumentId, Timeframe timeframe)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO series (instrument_id, timeframe, newest, bar_count) VALUES ($instrument, $timeframe, 0, 0)
            ON CONFLICT (instrument_id, timeframe) DO UPDATE SET timeframe = $timeframe
            RETURNING id
            """;
        _ = command.Parameters.AddWithValue("$instrument", instrumentId);
        _ = command.Parameters.AddWithValue("$timeframe", timeframe.Code());
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Counts bars that were added to a series.</summary>
    public static void CountBars(SqliteConnection connection, long seriesId, int added, long newest)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "UPDATE series SET newest = iif(bar_count = 0, $newest, max(newest, $newest)), bar_count = bar_count + $added WHERE id = $id";
        _ = command.Parameters.AddWithValue("$newest", newest);
        _ = command.Parameters.AddWithValue("$added", added);
        _ = command.Parameters.AddWithValue("$id", seriesId);
        _ = command.ExecuteNonQuery();
    }

    private static List<Instrument> Read(SqliteCommand command)
    {
        var instruments = new List<Instrument>();
        using var reader = command.ExecuteReader();
        var timeframes = new List<Timeframe>();
        while (reader.Read())
        {
            var symbol = Symbol.Parse(reader.GetString(0));
            if (instruments.Count == 0 || instruments[^1].Symbol != symbol)
            {
                timeframes = [];
                instruments.Add(new Instrument(
                    symbol,
                    reader.GetString(1),
                    Enum.Parse<AssetClass>(reader.GetString(2)),
                    reader.GetString(3),
                    reader.GetString(4),
                    reader.GetBoolean(5),
                    timeframes));
            }

            if (!reader.IsDBNull(6))
            {
                timeframes.Add(Timeframes.Parse(reader.GetString(6)));
                timeframes.Sort();
            }
        }

        return instruments;
    }

    private static InputException OtherSource(SqliteConnection connection, Instrument instrument)
    {
        var kept = Find(connection, instrument.Symbol)!;
        return new InputException(
            "source",
            instrument.Source,
            $"{instrument.Symbol} is kept from '{kept.Source}'{(kept.IsSimulated ? " (simulated)" : string.Empty)}, and sources are not mixed in one series. "
            + $"Import it under a venue of its own, for example {instrument.Symbol.Ticker}@{instrument.Source.ToUpperInvariant()}, "
            + "or use another folder (Storage:Folder).");
    }
}
