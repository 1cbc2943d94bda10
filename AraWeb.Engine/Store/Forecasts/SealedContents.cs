using System.Security.Cryptography;
using AraWeb.Engine.Ledger.Chain;
using Microsoft.Data.Sqlite;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>
/// Reads what records seal straight from the tables, value by value and without trusting any: a changed value comes out as it is now and the hash tells. The
/// same reading makes the hash when a record is written, so what is sealed is what the database has.
/// </summary>
internal static class SealedContents
{
    private const string SubjectColumns = "f.number, f.id, f.symbol, f.timeframe";

    private const string ForecastSql = $"""
        SELECT {SubjectColumns}, f.issued_at, f.last_bar, f.last_close, f.model_version, f.models, f.inputs_hash, f.source, f.is_simulated, f.data_as_of,
            f.bar_count, f.fallbacks, f.regime, f.verdict, f.verdict_reason, f.rule_version
        FROM forecasts f WHERE f.number BETWEEN $first AND $last ORDER BY f.number
        """;

    private const string HorizonSql = """
        SELECT forecast_number, bars, due_bar, q025, q050, q100, q250, q500, q750, q900, q950, q975, mean, probability_up,
            drift_mean, drift_deviation, cone_deviation, ewma_deviation, har_deviation
        FROM forecast_horizons WHERE forecast_number BETWEEN $first AND $last ORDER BY forecast_number, bars
        """;

    private const string OutcomeSql = $"""
        SELECT {SubjectColumns}, h.forecast_number, h.bars, h.state, h.decided_at, h.close, h.return, h.crps, h.record_number
        FROM forecast_horizons h LEFT JOIN forecasts f ON f.number = h.forecast_number
        """;

    private static readonly string[] HorizonColumns =
    [
        "bars", "due_bar", "q025", "q050", "q100", "q250", "q500", "q750", "q900", "q950", "q975", "mean", "probability_up",
        "drift_mean", "drift_deviation", "cone_deviation", "ewma_deviation", "har_deviation",
    ];

    private static readonly string[] OutcomeColumns = ["id", "bars", "state", "decided_at", "close", "return", "crps"];

    /// <summary>Forecasts by number.</summary>
    public static Dictionary<long, RecordContent> Forecasts(SqliteConnection connection, long first, long last)
    {
        var contents = new Dictionary<long, RecordContent>();
        var subjects = new Dictionary<long, LedgerSubject>();
        var rows = new Dictionary<long, List<ContentRow>>();
        using var forecasts = Range(connection, ForecastSql, first, last);
        using (var reader = new ContentReader(forecasts.ExecuteReader()))
        {
            while (reader.Read())
            {
                var subject = reader.Subject();
                subjects[subject.Entry] = subject;
                rows[subject.Entry] = [];
                contents[subject.Entry] = new RecordContent(subject, ForecastFields(reader), HorizonColumns, rows[subject.Entry]);
            }
        }

        using var horizons = Range(connection, HorizonSql, first, last);
        using (var reader = new ContentReader(horizons.ExecuteReader()))
        {
            while (reader.Read())
            {
                var number = reader.Number(0);
                if (subjects.TryGetValue(number, out var subject))
                {
                    rows[number].Add(new ContentRow(subject, reader.Number(1), HorizonValues(reader)));
                }
            }
        }

        return contents;
    }

    /// <summary>Outcomes by the record that seals them; a record whose outcomes are gone is not there.</summary>
    public static Dictionary<long, RecordContent> Resolutions(SqliteConnection connection, long first, long last)
    {
        var rows = new Dictionary<long, List<ContentRow>>();
        using var command = Range(
            connection, OutcomeSql + " WHERE h.record_number BETWEEN $first AND $last ORDER BY h.record_number, h.forecast_number, h.bars", first, last);
        using var reader = new ContentReader(command.ExecuteReader());
        while (reader.Read())
        {
            var record = reader.Number(11);
            if (!rows.TryGetValue(record, out var list))
            {
                rows[record] = list = [];
            }

            list.Add(OutcomeRow(reader));
        }

        return rows.ToDictionary(pair => pair.Key, pair => Outcomes(pair.Value));
    }

    /// <summary>Everything up to an entry that is older than the chain: counts and hashes, since no record stands for each.</summary>
    public static RecordContent Adoption(SqliteConnection connection, long through)
    {
        var form = new SealedForm();
        using var entryHash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var entries = 0;
        const int batch = 200;
        for (var first = 1L; first <= through; first += batch)
        {
            foreach (var content in Forecasts(connection, first, Math.Min(through, first + batch - 1)).OrderBy(pair => pair.Key))
            {
                entries++;
                entryHash.AppendData(form.Bytes(content.Value));
            }
        }

        var outcomes = new List<ContentRow>();
        using var command = Range(
            connection,
            OutcomeSql + " WHERE h.record_number IS NULL AND h.state IS NOT NULL AND h.forecast_number BETWEEN $first AND $last "
            + "ORDER BY h.forecast_number, h.bars",
            first: 1,
            through);
        using (var reader = new ContentReader(command.ExecuteReader()))
        {
            while (reader.Read())
            {
                outcomes.Add(OutcomeRow(reader));
            }
        }

        return new RecordContent(
            Subject: null,
            [
                new("through_entry", ContentValue.Of(through)),
                new("entries", ContentValue.Of(entries)),
                new("entries_hash", ContentValue.Of(entryHash.GetHashAndReset())),
                new("outcomes", ContentValue.Of(outcomes.Count)),
                new("outcomes_hash", ContentValue.Of(SHA256.HashData(form.Bytes(Outcomes(outcomes))))),
            ],
            [],
            []);
    }

    /// <summary>A key as it is sealed.</summary>
    public static RecordContent Key(string id, KeyReason reason, byte[] publicKey) => new(
        Subject: null,
        [
            new("key_id", ContentValue.Of(id)),
            new("reason", ContentValue.Of(reason.ToString().ToLowerInvariant())),
            new("public_key", ContentValue.Of(publicKey)),
        ],
        [],
        []);

    private static RecordContent Outcomes(List<ContentRow> rows) => new(Subject: null, [], OutcomeColumns, rows);

    private static ContentField[] ForecastFields(ContentReader reader) =>
    [
        new("id", reader.Text(1)),
        new("symbol", reader.Text(2)),
        new("timeframe", reader.Text(3)),
        new("issued_at", reader.Time(4)),
        new("last_bar", reader.Time(5)),
        new("last_close", reader.Real(6)),
        new("model_version", reader.Text(7)),
        new("models", reader.Text(8)),
        new("inputs_hash", reader.Text(9)),
        new("source", reader.Text(10)),
        new("is_simulated", reader.Integer(11)),
        new("data_as_of", reader.Time(12)),
        new("bar_count", reader.Integer(13)),
        new("fallbacks", reader.Text(14)),
        new("regime", reader.Text(15)),
        new("verdict", reader.Text(16)),
        new("verdict_reason", reader.Text(17)),
        new("rule_version", reader.Integer(18)),
    ];

    private static ContentValue[] HorizonValues(ContentReader reader)
    {
        var values = new ContentValue[HorizonColumns.Length];
        values[0] = reader.Integer(1);
        values[1] = reader.Time(2);
        for (var i = 2; i < values.Length; i++)
        {
            values[i] = reader.Real(i + 1);
        }

        return values;
    }

    private static ContentRow OutcomeRow(ContentReader reader)
    {
        var subject = reader.Subject() with { Entry = reader.Number(4) };
        return new ContentRow(
            subject,
            reader.Number(5),
            [
                reader.Text(1), reader.Integer(5), reader.Text(6), reader.Time(7), reader.Real(8), reader.Real(9), reader.Real(10),
            ]);
    }

    private static SqliteCommand Range(SqliteConnection connection, string sql, long first, long last)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$first", first);
        command.Parameters.AddWithValue("$last", last);
        return command;
    }
}
