using AraWeb.Engine.Ledger.Chain;
using Microsoft.Data.Sqlite;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>
/// The chain as one transaction sees it, read in batches. What cannot be read of one record is said with that record, and the reading goes on with the next.
/// </summary>
/// <param name="connection">Inside a transaction.</param>
/// <param name="path">The file, for errors.</param>
internal sealed class SqliteJournalSnapshot(SqliteConnection connection, string path) : IJournalSnapshot
{
    private const int BatchSize = 500;

    private const string RecordColumns = "number, kind, form, recorded_at, forecast_number, key_id, previous_hash, hash, signature, marks";

    // What records seal is complete up to here: an adopted entry has none of its own.
    private const string Adopted = "coalesce((SELECT max(forecast_number) FROM ledger_records WHERE kind = 'Adoption'), 0)";

    /// <inheritdoc/>
    public LedgerHead? Head => Rows(
        "SELECT number, hash, signed_at, key_id, signature FROM ledger_head ORDER BY id",
        reader => new LedgerHead(reader.Number(0), reader.Bytes(1), reader.Moment(2), reader.PlainText(3), reader.Bytes(4))).FirstOrDefault();

    /// <inheritdoc/>
    public IReadOnlyList<LedgerKey> Keys =>
    [
        .. Rows(
            "SELECT id, record_number, reason, public_key FROM ledger_keys ORDER BY record_number",
            reader => new LedgerKey(
                reader.PlainText(0),
                reader.Number(1),
                Enum.TryParse<KeyReason>(reader.PlainText(2), out var reason) ? reason : KeyReason.Rotated,
                reader.Bytes(3))),
    ];

    /// <inheritdoc/>
    public IEnumerable<LedgerRecord> Records()
    {
        for (var last = long.MinValue; ;)
        {
            var batch = Bare($"number > {last} ORDER BY number LIMIT {BatchSize}");
            foreach (var record in Filled(batch))
            {
                yield return record;
            }

            if (batch.Count < BatchSize)
            {
                yield break;
            }

            last = batch[^1].Number;
        }
    }

    /// <inheritdoc/>
    public IEnumerable<UnsealedItem> Unsealed()
    {
        var entries = Rows(
            $"""
            SELECT f.number, f.id, f.symbol, f.timeframe FROM forecasts f
            WHERE f.number > {Adopted} AND EXISTS (SELECT 1 FROM ledger_records)
              AND NOT EXISTS (SELECT 1 FROM ledger_records r WHERE r.forecast_number = f.number AND r.kind = 'Forecast')
            ORDER BY f.number
            """,
            reader => new UnsealedItem(reader.Subject(), Bars: null));
        var outcomes = Rows(
            $"""
            SELECT h.forecast_number, f.id, f.symbol, f.timeframe, h.bars FROM forecast_horizons h LEFT JOIN forecasts f ON f.number = h.forecast_number
            WHERE EXISTS (SELECT 1 FROM ledger_records) AND (
                (h.record_number IS NULL AND h.state IS NOT NULL AND h.forecast_number > {Adopted})
                OR (h.record_number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ledger_records r WHERE r.number = h.record_number AND r.kind = 'Resolution')))
            ORDER BY h.forecast_number, h.bars
            """,
            reader => new UnsealedItem(reader.Subject(), reader.Number(4)));
        return entries.Concat(outcomes);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Damage() =>
        Rows("PRAGMA integrity_check(20)", reader => reader.PlainText(0).ReplaceLineEndings(" ")).Where(line => line != "ok");

    /// <inheritdoc/>
    public IEnumerable<string> WrongCounts() => Rows(
        """
        WITH counted AS (
            SELECT symbol, timeframe, model_version, bars, count(*) AS resolved,
                sum(return BETWEEN q250 AND q750) AS inside50, sum(return BETWEEN q100 AND q900) AS inside80,
                sum(return BETWEEN q050 AND q950) AS inside90, sum(return BETWEEN q025 AND q975) AS inside95
            FROM forecasts JOIN forecast_horizons ON forecast_number = number WHERE state = 'Resolved' GROUP BY 1, 2, 3, 4)
        SELECT DISTINCT symbol, timeframe FROM (
            SELECT * FROM (SELECT * FROM counted EXCEPT SELECT * FROM forecast_coverage)
            UNION ALL
            SELECT * FROM (SELECT * FROM forecast_coverage EXCEPT SELECT * FROM counted))
        """,
        reader => $"{reader.PlainText(0)} {reader.PlainText(1)}");

    /// <summary>The record that seals an entry; null for an adopted one.</summary>
    public LedgerRecord? RecordOf(long forecastNumber) =>
        Filled(Bare($"forecast_number = {forecastNumber} AND kind = 'Forecast' ORDER BY number")).FirstOrDefault();

    /// <summary>Some records.</summary>
    public IReadOnlyList<LedgerRecord> Records(IReadOnlyList<long> numbers) =>
        [.. Filled(Bare($"number IN ({string.Join(',', numbers)}) ORDER BY number"))];

    private static LedgerRecord Bare(ContentReader reader)
    {
        var isKnown = Enum.TryParse<RecordKind>(reader.PlainText(1), out var kind);
        return new LedgerRecord(
            reader.Number(0),
            kind,
            (int)Math.Clamp(reader.Number(2), int.MinValue, int.MaxValue),
            reader.Moment(3),
            reader.PlainText(5),
            reader.Bytes(6),
            reader.Bytes(7),
            reader.Bytes(8),
            reader.Bytes(9),
            Content: null)
        {
            Entry = reader.Integer(4).Unwrap() as long?,
            Unreadable = isKnown ? null : $"It is a record of an unknown kind, '{reader.PlainText(1)}'.",
        };
    }

    private List<LedgerRecord> Bare(string condition) => Rows($"SELECT {RecordColumns} FROM ledger_records WHERE {condition}", Bare);

    private IEnumerable<LedgerRecord> Filled(List<LedgerRecord> batch)
    {
        var forecasts = Contents(
            Numbers(batch, RecordKind.Forecast, record => record.Entry), (first, last) => SealedContents.Forecasts(connection, first, last));
        var resolutions = Contents(
            Numbers(batch, RecordKind.Resolution, record => record.Number), (first, last) => SealedContents.Resolutions(connection, first, last));
        return batch.Select(record => Fill(record, forecasts, resolutions));
    }

    private LedgerRecord Fill(
        LedgerRecord record, IReadOnlyDictionary<long, RecordContent>? forecasts, IReadOnlyDictionary<long, RecordContent>? resolutions)
    {
        try
        {
            return record.Unreadable is not null ? record : record with
            {
                Content = record.Kind switch
                {
                    RecordKind.Forecast when record.Entry is { } entry =>
                        (forecasts ?? SealedContents.Forecasts(connection, entry, entry)).GetValueOrDefault(entry),
                    RecordKind.Resolution =>
                        (resolutions ?? SealedContents.Resolutions(connection, record.Number, record.Number)).GetValueOrDefault(record.Number),
                    RecordKind.Adoption when record.Entry is { } through => SealedContents.Adoption(connection, through),
                    RecordKind.Key => KeyOf(record.Number),
                    _ => null,
                },
            };
        }
        catch (SqliteException error)
        {
            return record with { Unreadable = $"What it seals cannot be read: {StorageFault.From(error, path).Message}" };
        }
    }

    /// <summary>Contents of a batch in one reading; null where they lie too far apart or a part cannot be read, to be read one by one.</summary>
    private static Dictionary<long, RecordContent>? Contents(List<long> numbers, Func<long, long, Dictionary<long, RecordContent>> read)
    {
        if (numbers.Count == 0 || numbers.Max() - numbers.Min() > 4 * BatchSize)
        {
            return numbers.Count == 0 ? [] : null;
        }

        try
        {
            return read(numbers.Min(), numbers.Max());
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static List<long> Numbers(List<LedgerRecord> batch, RecordKind kind, Func<LedgerRecord, long?> number) =>
        [.. batch.Where(record => record.Kind == kind && record.Unreadable is null).Select(number).OfType<long>()];

    private RecordContent? KeyOf(long record) =>
        Keys.FirstOrDefault(key => key.Record == record) is { } key ? SealedContents.Key(key.Id, key.Reason, key.PublicKey.ToArray()) : null;

    private List<T> Rows<T>(string sql, Func<ContentReader, T> make)
    {
        try
        {
            var rows = new List<T>();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = new ContentReader(command.ExecuteReader());
            while (reader.Read())
            {
                rows.Add(make(reader));
            }

            return rows;
        }
        catch (SqliteException error)
        {
            throw StorageFault.From(error, path);
        }
    }
}
