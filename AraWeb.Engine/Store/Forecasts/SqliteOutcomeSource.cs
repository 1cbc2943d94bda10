using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Skill;
using Microsoft.Data.Sqlite;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>Reads outcomes for scoring: plain columns in one pass, because a hundred thousand rows through EF Core would take seconds.</summary>
/// <param name="databases">Where the ledger lies; set up by <see cref="StoreInitializer"/>.</param>
public sealed class SqliteOutcomeSource(StoreDatabases databases) : IOutcomeSource
{
    private const int FirstQuantile = 8;
    private const int CancellationStride = 1024;

    // Forecasts first, then their horizons by key: the order that reads each page once.
    private const string Sql = """
        SELECT f.model_version, f.is_simulated, f.symbol, f.regime, f.last_bar, h.bars, h.state, h.return,
            h.q025, h.q050, h.q100, h.q250, h.q500, h.q750, h.q900, h.q950, h.q975, h.probability_up,
            h.drift_mean, h.drift_deviation, h.cone_deviation, h.ewma_deviation, h.har_deviation
        FROM forecasts f CROSS JOIN forecast_horizons h ON h.forecast_number = f.number
        WHERE f.timeframe = $timeframe
        """;

    /// <inheritdoc/>
    public async ValueTask ReadAsync(OutcomeQuery query, Action<OutcomeRow> take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(take);
        await Task.Run(() => Read(query, take, cancellationToken), cancellationToken);
    }

    private static void Fill(OutcomeRow row, SqliteDataReader reader)
    {
        row.ModelVersion = reader.GetString(0);
        row.IsSimulated = reader.GetBoolean(1);
        row.Symbol = reader.GetString(2);
        row.Regime = !reader.IsDBNull(3) && Enum.TryParse<RegimeType>(reader.GetString(3), out var regime) ? regime : null;
        row.Day = (int)(reader.GetInt64(4) / TimeSpan.TicksPerDay);
        row.Bars = reader.GetInt32(5);
        row.State = reader.IsDBNull(6) ? null : reader.GetString(6) == nameof(OutcomeState.Void) ? OutcomeState.Void : OutcomeState.Resolved;
        if (row.State != OutcomeState.Resolved)
        {
            return;
        }

        row.Return = Number(reader, 7);
        var values = row.Quantiles;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Number(reader, FirstQuantile + i);
        }

        var at = FirstQuantile + values.Length;
        row.ProbabilityUp = Number(reader, at);
        row.Baselines = new FrozenBaselines(
            Number(reader, at + 1), Number(reader, at + 2), Number(reader, at + 3), Number(reader, at + 4), Number(reader, at + 5));
    }

    private static double Number(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? double.NaN : reader.GetDouble(column);

    private void Read(OutcomeQuery query, Action<OutcomeRow> take, CancellationToken cancellationToken)
    {
        try
        {
            using var connection = databases.Ledger.Open();
            using var command = connection.CreateCommand();
            var symbolToo = query.Symbol is null ? string.Empty : " AND f.symbol = $symbol";
            command.CommandText = $"{Sql} AND h.bars IN ({string.Join(',', query.Horizons)}){symbolToo}";
            command.Parameters.AddWithValue("$timeframe", query.Timeframe.Code());
            if (query.Symbol is { } symbol)
            {
                command.Parameters.AddWithValue("$symbol", symbol.Text);
            }

            using var reader = command.ExecuteReader();
            var row = new OutcomeRow();
            for (var count = 0; reader.Read(); count++)
            {
                if (count % CancellationStride == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                Fill(row, reader);
                take(row);
            }
        }
        catch (SqliteException error)
        {
            throw StorageFault.From(error, databases.Ledger.FilePath);
        }
    }
}
