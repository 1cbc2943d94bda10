using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AraWeb.Engine.Store.Migrations;

/// <summary>
/// The ledger's tables, with triggers that keep it append-only whatever program opens the file: rows are never deleted or replaced, frozen columns never
/// change, an outcome is set once.
/// </summary>
[DbContext(typeof(AraDbContext))]
[Migration("20260101000000_LedgerTables")]
internal sealed class LedgerTables : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE forecasts (
                number INTEGER NOT NULL CONSTRAINT "PK_forecasts" PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL,
                symbol TEXT NOT NULL,
                timeframe TEXT NOT NULL,
                issued_at INTEGER NOT NULL,
                last_bar INTEGER NOT NULL,
                last_close REAL NOT NULL,
                model_version TEXT NOT NULL,
                inputs_hash TEXT NOT NULL,
                source TEXT NOT NULL,
                is_simulated INTEGER NOT NULL,
                data_as_of INTEGER NOT NULL,
                bar_count INTEGER NOT NULL,
                fallbacks TEXT NOT NULL,
                previous_hash TEXT NULL,
                hash TEXT NULL
            );
            CREATE UNIQUE INDEX "IX_forecasts_id" ON forecasts (id);
            CREATE UNIQUE INDEX "IX_forecasts_symbol_timeframe_last_bar_model_version" ON forecasts (symbol, timeframe, last_bar, model_version);
            CREATE INDEX "IX_forecasts_symbol_timeframe_issued_at" ON forecasts (symbol, timeframe, issued_at);
            CREATE INDEX "IX_forecasts_issued_at" ON forecasts (issued_at);
            CREATE INDEX "IX_forecasts_model_version_issued_at" ON forecasts (model_version, issued_at);

            CREATE TABLE forecast_horizons (
                forecast_number INTEGER NOT NULL,
                bars INTEGER NOT NULL,
                due_bar INTEGER NOT NULL,
                q025 REAL NOT NULL,
                q050 REAL NOT NULL,
                q100 REAL NOT NULL,
                q250 REAL NOT NULL,
                q500 REAL NOT NULL,
                q750 REAL NOT NULL,
                q900 REAL NOT NULL,
                q950 REAL NOT NULL,
                q975 REAL NOT NULL,
                mean REAL NOT NULL,
                probability_up REAL NOT NULL,
                state TEXT NULL,
                decided_at INTEGER NULL,
                close REAL NULL,
                return REAL NULL,
                crps REAL NULL,
                CONSTRAINT "PK_forecast_horizons" PRIMARY KEY (forecast_number, bars),
                CONSTRAINT "FK_forecast_horizons_forecasts_forecast_number"
                    FOREIGN KEY (forecast_number) REFERENCES forecasts (number) ON DELETE RESTRICT
            );
            CREATE INDEX ix_forecast_horizons_pending ON forecast_horizons (due_bar) WHERE state IS NULL;
            """);

        // REPLACE deletes without firing delete triggers, so a replacing insert is refused where it would meet a row.
        migrationBuilder.Sql("""
            CREATE TRIGGER forecasts_are_frozen BEFORE UPDATE ON forecasts
            BEGIN SELECT raise(ABORT, 'a frozen forecast is never changed'); END;
            CREATE TRIGGER forecasts_are_kept BEFORE DELETE ON forecasts
            BEGIN SELECT raise(ABORT, 'a frozen forecast is never deleted'); END;
            CREATE TRIGGER forecasts_are_not_replaced BEFORE INSERT ON forecasts
            WHEN EXISTS (SELECT 1 FROM forecasts WHERE number = NEW.number)
              OR EXISTS (SELECT 1 FROM forecasts WHERE id = NEW.id)
              OR EXISTS (SELECT 1 FROM forecasts WHERE symbol = NEW.symbol AND timeframe = NEW.timeframe
                         AND last_bar = NEW.last_bar AND model_version = NEW.model_version)
            BEGIN SELECT raise(ABORT, 'a frozen forecast is never replaced'); END;

            CREATE TRIGGER forecast_horizons_are_frozen BEFORE UPDATE ON forecast_horizons
            WHEN OLD.state IS NOT NULL OR NEW.state IS NULL
              OR NEW.forecast_number IS NOT OLD.forecast_number OR NEW.bars IS NOT OLD.bars OR NEW.due_bar IS NOT OLD.due_bar
              OR NEW.q025 IS NOT OLD.q025 OR NEW.q050 IS NOT OLD.q050 OR NEW.q100 IS NOT OLD.q100
              OR NEW.q250 IS NOT OLD.q250 OR NEW.q500 IS NOT OLD.q500 OR NEW.q750 IS NOT OLD.q750
              OR NEW.q900 IS NOT OLD.q900 OR NEW.q950 IS NOT OLD.q950 OR NEW.q975 IS NOT OLD.q975
              OR NEW.mean IS NOT OLD.mean OR NEW.probability_up IS NOT OLD.probability_up
            BEGIN SELECT raise(ABORT, 'a frozen horizon is never changed and its outcome is set once'); END;
            CREATE TRIGGER forecast_horizons_are_kept BEFORE DELETE ON forecast_horizons
            BEGIN SELECT raise(ABORT, 'a frozen horizon is never deleted'); END;
            CREATE TRIGGER forecast_horizons_are_not_replaced BEFORE INSERT ON forecast_horizons
            WHEN EXISTS (SELECT 1 FROM forecast_horizons WHERE forecast_number = NEW.forecast_number AND bars = NEW.bars)
            BEGIN SELECT raise(ABORT, 'a frozen horizon is never replaced'); END;
            """);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("The ledger is never taken back.");
}
