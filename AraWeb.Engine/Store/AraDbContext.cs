using AraWeb.Engine.Store.Forecasts;
using AraWeb.Engine.Store.Runs;
using Microsoft.EntityFrameworkCore;

namespace AraWeb.Engine.Store;

/// <summary>
/// The tables of <c>ara.db</c>. The model serves queries; the schema comes from the hand-written classes in Migrations (the designer is not at hand), and a
/// test holds the two against each other. Triggers stand in the migrations only.
/// </summary>
internal sealed class AraDbContext(DbContextOptions<AraDbContext> options) : DbContext(options)
{
    /// <summary>The ledger, one row for each forecast.</summary>
    public DbSet<ForecastRow> Forecasts => Set<ForecastRow>();

    /// <summary>The ledger, one row for each horizon.</summary>
    public DbSet<HorizonRow> Horizons => Set<HorizonRow>();

    /// <summary>Running counts of the ledger's outcomes.</summary>
    public DbSet<CoverageCounts> Coverage => Set<CoverageCounts>();

    /// <summary>The chain that seals the ledger.</summary>
    public DbSet<LedgerRecordRow> Records => Set<LedgerRecordRow>();

    /// <summary>Public keys of the chain.</summary>
    public DbSet<LedgerKeyRow> Keys => Set<LedgerKeyRow>();

    /// <summary>The chain's newest record, in one row or none.</summary>
    public DbSet<LedgerHeadRow> Heads => Set<LedgerHeadRow>();

    /// <summary>Runs of jobs.</summary>
    public DbSet<JobRunRow> JobRuns => Set<JobRunRow>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ForecastRow>(forecast =>
        {
            forecast.ToTable("forecasts").HasKey(row => row.Number);
            forecast.Property(row => row.Number).ValueGeneratedOnAdd();
            forecast.HasIndex(row => row.Id).IsUnique();
            forecast.HasIndex(row => new { row.Symbol, row.Timeframe, row.LastBar, row.ModelVersion }).IsUnique();
            forecast.HasIndex(row => new { row.Symbol, row.Timeframe, row.IssuedAt });
            forecast.HasIndex(row => row.IssuedAt);
            forecast.HasIndex(row => new { row.ModelVersion, row.IssuedAt });
            forecast.Property(row => row.Regime).HasConversion<string>();
            forecast.Property(row => row.Verdict).HasConversion<string>();
            forecast.HasMany(row => row.Horizons).WithOne().HasForeignKey(row => row.ForecastNumber).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<HorizonRow>(horizon =>
        {
            horizon.ToTable("forecast_horizons").HasKey(row => new { row.ForecastNumber, row.Bars });
            horizon.Property(row => row.State).HasConversion<string>();
            horizon.HasIndex(row => row.DueBar).HasFilter("state IS NULL").HasDatabaseName("ix_forecast_horizons_pending");
            horizon.HasIndex(row => row.RecordNumber).HasFilter("record_number IS NOT NULL").HasDatabaseName("ix_forecast_horizons_record");
        });
        modelBuilder.Entity<CoverageCounts>()
            .ToTable("forecast_coverage")
            .HasKey(row => new { row.Symbol, row.Timeframe, row.ModelVersion, row.Bars });
        modelBuilder.Entity<LedgerRecordRow>(record =>
        {
            record.ToTable("ledger_records").HasKey(row => row.Number);
            record.Property(row => row.Number).ValueGeneratedNever();
            record.Property(row => row.Kind).HasConversion<string>();
            record.HasIndex(row => row.ForecastNumber);
            record.HasOne<ForecastRow>().WithMany().HasForeignKey(row => row.ForecastNumber).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<LedgerKeyRow>(key =>
        {
            key.ToTable("ledger_keys").HasKey(row => row.Id);
            key.Property(row => row.Reason).HasConversion<string>();
        });
        modelBuilder.Entity<LedgerHeadRow>(head =>
        {
            head.ToTable("ledger_head").HasKey(row => row.Id);
            head.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<JobRunRow>(run =>
        {
            run.ToTable("job_runs").HasKey(row => row.Id);
            run.Property(row => row.State).HasConversion<string>();
            run.HasIndex(row => new { row.Name, row.StartedAt });
            run.HasIndex(row => row.StartedAt);
        });
        NameInSnakeCase(modelBuilder);
    }

    private static void NameInSnakeCase(ModelBuilder modelBuilder)
    {
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(string.Concat(
                property.Name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : string.Empty) + char.ToLowerInvariant(c) : c.ToString())));
        }
    }
}
