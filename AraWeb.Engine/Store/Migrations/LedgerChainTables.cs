using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AraWeb.Engine.Store.Migrations;

/// <summary>
/// The chain that seals the ledger, and what a forecast is frozen with besides its distributions. What was frozen before keeps nulls in the new columns; the
/// two hash columns of old, which were never filled, go.
/// </summary>
[DbContext(typeof(AraDbContext))]
[Migration("20260101000003_LedgerChainTables")]
internal sealed class LedgerChainTables : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            ALTER TABLE forecasts DROP COLUMN previous_hash;
            ALTER TABLE forecasts DROP COLUMN hash;
            ALTER TABLE forecasts ADD COLUMN rule_version INTEGER NULL;
            ALTER TABLE forecasts ADD COLUMN models TEXT NULL;
            ALTER TABLE forecasts ADD COLUMN regime TEXT NULL;
            ALTER TABLE forecasts ADD COLUMN verdict TEXT NULL;
            ALTER TABLE forecasts ADD COLUMN verdict_reason TEXT NULL;
            ALTER TABLE forecast_horizons ADD COLUMN drift_mean REAL NULL;
            ALTER TABLE forecast_horizons ADD COLUMN drift_deviation REAL NULL;
            ALTER TABLE forecast_horizons ADD COLUMN cone_deviation REAL NULL;
            ALTER TABLE forecast_horizons ADD COLUMN ewma_deviation REAL NULL;
            ALTER TABLE forecast_horizons ADD COLUMN har_deviation REAL NULL;
            ALTER TABLE forecast_horizons ADD COLUMN record_number INTEGER NULL;
            CREATE INDEX ix_forecast_horizons_record ON forecast_horizons (record_number) WHERE record_number IS NOT NULL;
            """);
        migrationBuilder.Sql("""
            CREATE TABLE ledger_records (
                number INTEGER NOT NULL CONSTRAINT "PK_ledger_records" PRIMARY KEY,
                kind TEXT NOT NULL,
                form INTEGER NOT NULL,
                recorded_at INTEGER NOT NULL,
                forecast_number INTEGER NULL,
                key_id TEXT NOT NULL,
                previous_hash BLOB NOT NULL,
                hash BLOB NOT NULL,
                signature BLOB NOT NULL,
                marks BLOB NOT NULL,
                CONSTRAINT "FK_ledger_records_forecasts_forecast_number"
                    FOREIGN KEY (forecast_number) REFERENCES forecasts (number) ON DELETE RESTRICT
            );
            CREATE INDEX "IX_ledger_records_forecast_number" ON ledger_records (forecast_number);

            CREATE TABLE ledger_keys (
                id TEXT NOT NULL CONSTRAINT "PK_ledger_keys" PRIMARY KEY,
                record_number INTEGER NOT NULL,
                reason TEXT NOT NULL,
                public_key BLOB NOT NULL
            );

            CREATE TABLE ledger_head (
                id INTEGER NOT NULL CONSTRAINT "PK_ledger_head" PRIMARY KEY,
                number INTEGER NOT NULL,
                hash BLOB NOT NULL,
                signed_at INTEGER NOT NULL,
                key_id TEXT NOT NULL,
                signature BLOB NOT NULL
            );
            """);
        migrationBuilder.Sql("""
            DROP TRIGGER forecast_horizons_are_frozen;
            CREATE TRIGGER forecast_horizons_are_frozen BEFORE UPDATE ON forecast_horizons
            WHEN OLD.state IS NOT NULL OR NEW.state IS NULL
              OR NEW.forecast_number IS NOT OLD.forecast_number OR NEW.bars IS NOT OLD.bars OR NEW.due_bar IS NOT OLD.due_bar
              OR NEW.q025 IS NOT OLD.q025 OR NEW.q050 IS NOT OLD.q050 OR NEW.q100 IS NOT OLD.q100
              OR NEW.q250 IS NOT OLD.q250 OR NEW.q500 IS NOT OLD.q500 OR NEW.q750 IS NOT OLD.q750
              OR NEW.q900 IS NOT OLD.q900 OR NEW.q950 IS NOT OLD.q950 OR NEW.q975 IS NOT OLD.q975
              OR NEW.mean IS NOT OLD.mean OR NEW.probability_up IS NOT OLD.probability_up
              OR NEW.drift_mean IS NOT OLD.drift_mean OR NEW.drift_deviation IS NOT OLD.drift_deviation
              OR NEW.cone_deviation IS NOT OLD.cone_deviation OR NEW.ewma_deviation IS NOT OLD.ewma_deviation
              OR NEW.har_deviation IS NOT OLD.har_deviation
            BEGIN SELECT raise(ABORT, 'a frozen horizon is never changed and its outcome is set once'); END;

            CREATE TRIGGER ledger_records_are_frozen BEFORE UPDATE ON ledger_records
            BEGIN SELECT raise(ABORT, 'a record of the ledger is frozen'); END;
            CREATE TRIGGER ledger_records_are_kept BEFORE DELETE ON ledger_records
            BEGIN SELECT raise(ABORT, 'a record of the ledger is frozen and never deleted'); END;
            CREATE TRIGGER ledger_records_are_not_replaced BEFORE INSERT ON ledger_records
            WHEN EXISTS (SELECT 1 FROM ledger_records WHERE number = NEW.number)
            BEGIN SELECT raise(ABORT, 'a record of the ledger is frozen and never replaced'); END;

            CREATE TRIGGER ledger_keys_are_frozen BEFORE UPDATE ON ledger_keys
            BEGIN SELECT raise(ABORT, 'a key of the ledger is frozen'); END;
            CREATE TRIGGER ledger_keys_are_kept BEFORE DELETE ON ledger_keys
            BEGIN SELECT raise(ABORT, 'a key of the ledger is frozen and never deleted'); END;
            CREATE TRIGGER ledger_keys_are_not_replaced BEFORE INSERT ON ledger_keys
            WHEN EXISTS (SELECT 1 FROM ledger_keys WHERE id = NEW.id)
            BEGIN SELECT raise(ABORT, 'a key of the ledger is frozen and never replaced'); END;

            CREATE TRIGGER ledger_head_moves_on BEFORE UPDATE ON ledger_head
            WHEN NEW.number <= OLD.number OR NEW.id IS NOT OLD.id
            BEGIN SELECT raise(ABORT, 'the head of the frozen ledger only moves on'); END;
            CREATE TRIGGER ledger_head_is_kept BEFORE DELETE ON ledger_head
            BEGIN SELECT raise(ABORT, 'the head of the frozen ledger is never deleted'); END;
            CREATE TRIGGER ledger_head_is_one BEFORE INSERT ON ledger_head
            WHEN EXISTS (SELECT 1 FROM ledger_head)
            BEGIN SELECT raise(ABORT, 'the frozen ledger has one head'); END;
            """);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("The ledger is never taken back.");
}
