using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AraWeb.Engine.Store.Migrations;

/// <summary>The history of jobs.</summary>
[DbContext(typeof(AraDbContext))]
[Migration("20260101000001_JobRunTable")]
internal sealed class JobRunTable : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE TABLE job_runs (
            id TEXT NOT NULL CONSTRAINT "PK_job_runs" PRIMARY KEY,
            name TEXT NOT NULL,
            subject TEXT NOT NULL,
            state TEXT NOT NULL,
            progress REAL NULL,
            message TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            ended_at INTEGER NULL,
            error TEXT NULL
        );
        CREATE INDEX "IX_job_runs_name_started_at" ON job_runs (name, started_at);
        CREATE INDEX "IX_job_runs_started_at" ON job_runs (started_at);
        """);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE job_runs");
}
