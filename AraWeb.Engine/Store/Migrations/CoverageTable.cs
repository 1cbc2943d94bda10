using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AraWeb.Engine.Store.Migrations;

/// <summary>
/// Running counts of outcomes inside the bands. They follow from the ledger's rows, but counting those again takes a second for a month of minute
/// forecasts, and every page asks. A trigger counts each outcome as it is set, so the counts cannot fall behind; others refuse edits and deletions.
/// </summary>
[DbContext(typeof(AraDbContext))]
[Migration("20260101000002_CoverageTable")]
internal sealed class CoverageTable : Migration
{
    private const string Counts = """
        count(*),
        sum(return BETWEEN q250 AND q750),
        sum(return BETWEEN q100 AND q900),
        sum(return BETWEEN q050 AND q950),
        sum(return BETWEEN q025 AND q975)
        """;

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            CREATE TABLE forecast_coverage (
                symbol TEXT NOT NULL,
                timeframe TEXT NOT NULL,
                model_version TEXT NOT NULL,
                bars INTEGER NOT NULL,
                resolved INTEGER NOT NULL,
                inside50 INTEGER NOT NULL,
                inside80 INTEGER NOT NULL,
                inside90 INTEGER NOT NULL,
                inside95 INTEGER NOT NULL,
                CONSTRAINT "PK_forecast_coverage" PRIMARY KEY (symbol, timeframe, model_version, bars)
            );
            """);
        migrationBuilder.Sql($"""
            INSERT INTO forecast_coverage
            SELECT symbol, timeframe, model_version, bars, {Counts}
            FROM forecasts JOIN forecast_horizons ON forecast_number = number
            WHERE state = 'Resolved' GROUP BY 1, 2, 3, 4;
            """);
        migrationBuilder.Sql(CountingTrigger("outcomes_are_counted", "UPDATE OF state"));
        migrationBuilder.Sql(CountingTrigger("inserted_outcomes_are_counted", "INSERT"));
        migrationBuilder.Sql("""
            CREATE TRIGGER forecast_coverage_is_kept BEFORE DELETE ON forecast_coverage
            BEGIN SELECT raise(ABORT, 'coverage follows from the frozen forecasts'); END;
            CREATE TRIGGER forecast_coverage_counts_up BEFORE UPDATE ON forecast_coverage
            WHEN NEW.symbol IS NOT OLD.symbol OR NEW.timeframe IS NOT OLD.timeframe OR NEW.model_version IS NOT OLD.model_version
              OR NEW.bars IS NOT OLD.bars OR NEW.resolved IS NOT OLD.resolved + 1
            BEGIN SELECT raise(ABORT, 'coverage follows from the frozen forecasts'); END;
            """);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TRIGGER outcomes_are_counted;
        DROP TRIGGER inserted_outcomes_are_counted;
        DROP TABLE forecast_coverage;
        """);

    private static string CountingTrigger(string name, string change) => $"""
        CREATE TRIGGER {name} AFTER {change} ON forecast_horizons WHEN NEW.state = 'Resolved'
        BEGIN
            INSERT INTO forecast_coverage
            SELECT symbol, timeframe, model_version, NEW.bars, 1,
                NEW.return BETWEEN NEW.q250 AND NEW.q750,
                NEW.return BETWEEN NEW.q100 AND NEW.q900,
                NEW.return BETWEEN NEW.q050 AND NEW.q950,
                NEW.return BETWEEN NEW.q025 AND NEW.q975
            FROM forecasts WHERE number = NEW.forecast_number
            ON CONFLICT (symbol, timeframe, model_version, bars) DO UPDATE SET
                resolved = resolved + 1,
                inside50 = inside50 + excluded.inside50,
                inside80 = inside80 + excluded.inside80,
                inside90 = inside90 + excluded.inside90,
                inside95 = inside95 + excluded.inside95;
        END;
        """;
}
