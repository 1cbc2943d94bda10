using AraWeb.Engine.Ledger;
using AraWeb.Tests.Engine.Ledger;
using Microsoft.Data.Sqlite;

namespace AraWeb.Tests.Engine.Store;

/// <summary>What another program on the same file may not do to the ledger.</summary>
public sealed class AppendOnlyTests : IAsyncLifetime
{
    private TempStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = await TempStore.CreateAsync();
        var entry = Entries.Make("BTCUSD", Entries.LastBar, 1, 2);
        await _store.Ledger.AppendAsync(entry, CancellationToken.None);
        await _store.Ledger.ResolveAsync([new EntryOutcomes(entry.Id, new Dictionary<int, Outcome> { [1] = Entries.Resolved(0.01) })], CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        _store.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("DELETE FROM forecasts")]
    [InlineData("DELETE FROM forecast_horizons WHERE bars = 2")]
    [InlineData("UPDATE forecasts SET last_close = 1")]
    [InlineData("UPDATE forecasts SET verdict = 'NoCall'")]
    [InlineData("UPDATE forecast_horizons SET q500 = 0 WHERE bars = 2")]
    [InlineData("UPDATE forecast_horizons SET q500 = 0, state = 'Resolved' WHERE bars = 2")]
    [InlineData("UPDATE forecast_horizons SET due_bar = due_bar + 1, state = 'Void' WHERE bars = 2")]
    [InlineData("UPDATE forecast_horizons SET return = 0 WHERE bars = 1")]
    [InlineData("UPDATE forecast_horizons SET return = 0 WHERE bars = 2")]
    [InlineData("UPDATE forecast_horizons SET state = NULL WHERE bars = 1")]
    [InlineData("UPDATE forecast_horizons SET har_deviation = 9, state = 'Void' WHERE bars = 2")]
    [InlineData("UPDATE forecast_horizons SET record_number = 1 WHERE bars = 2")]
    [InlineData("UPDATE forecast_horizons SET record_number = 1 WHERE bars = 1")]
    [InlineData("DELETE FROM ledger_records WHERE number = 3")]
    [InlineData("UPDATE ledger_records SET hash = x'00'")]
    [InlineData("REPLACE INTO ledger_records SELECT * FROM ledger_records WHERE number = 2")]
    [InlineData("DELETE FROM ledger_keys")]
    [InlineData("UPDATE ledger_keys SET public_key = x'00'")]
    [InlineData("REPLACE INTO ledger_keys SELECT * FROM ledger_keys")]
    [InlineData("DELETE FROM ledger_head")]
    [InlineData("UPDATE ledger_head SET number = 2")]
    [InlineData("UPDATE ledger_head SET key_id = 'other'")]
    [InlineData("INSERT INTO ledger_head SELECT 2, number, hash, signed_at, key_id, signature FROM ledger_head")]
    [InlineData("DELETE FROM forecast_coverage")]
    [InlineData("UPDATE forecast_coverage SET inside50 = 9")]
    [InlineData("INSERT OR REPLACE INTO forecast_horizons SELECT * FROM forecast_horizons WHERE bars = 1")]
    [InlineData("REPLACE INTO forecasts SELECT * FROM forecasts")]
    [InlineData("REPLACE INTO forecasts SELECT NULL, id, 'X', timeframe, issued_at, last_bar, 5, model_version, inputs_hash, source, is_simulated, "
        + "data_as_of, bar_count, fallbacks, NULL, NULL, NULL, NULL, NULL FROM forecasts")]
    [InlineData("REPLACE INTO forecasts SELECT NULL, 'other', symbol, timeframe, issued_at, last_bar, 5, model_version, inputs_hash, source, is_simulated, "
        + "data_as_of, bar_count, fallbacks, NULL, NULL, NULL, NULL, NULL FROM forecasts")]
    public void Sql_ThatChangesWhatIsFrozen_IsRefused(string sql)
    {
        // Foreign keys off, as another program has them: the triggers have to hold alone.
        using var connection = new SqliteConnection($"Data Source={_store.Databases.Ledger.FilePath};Pooling=False;Foreign Keys=False");
        connection.Open();
        var before = Dump(connection);
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        var error = Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());

        Assert.Contains("frozen", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Dump(connection));
    }

    [Fact]
    public void Sql_ThatAddsAnOutcome_IsAllowedOnce()
    {
        using var connection = _store.Databases.Ledger.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE forecast_horizons SET state = 'Resolved', return = 0.5 WHERE bars = 2";

        Assert.Equal(1, command.ExecuteNonQuery());
        Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
    }

    private static string Dump(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM forecasts JOIN forecast_horizons ON forecast_number = number ORDER BY number, bars";
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                values.Add($"{reader.GetName(i)}={reader.GetValue(i)}");
            }
        }

        return string.Join('\n', values);
    }
}
