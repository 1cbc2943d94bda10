using AraWeb.Engine.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AraWeb.Tests.Engine.Store;

/// <summary>Holds the hand-written migrations against the model: both make the same tables.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ara-schema-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Migrate_Schema_EqualsTheModels()
    {
        var fromModel = await SchemaAsync("model.db", context => context.Database.EnsureCreatedAsync());
        var fromMigrations = await SchemaAsync("migrations.db", context => context.Database.MigrateAsync());

        Assert.Contains("forecasts.last_close REAL notnull=1", fromModel, StringComparison.Ordinal);
        Assert.Equal(fromModel, fromMigrations);
    }

    [Fact]
    public async Task Schema_WithAnotherColumn_Differs()
    {
        var fromModel = await SchemaAsync("model.db", context => context.Database.EnsureCreatedAsync());
        var changed = await SchemaAsync("changed.db", async context =>
        {
            await context.Database.EnsureCreatedAsync();
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE job_runs ADD COLUMN other TEXT NULL");
        });

        Assert.NotEqual(fromModel, changed, StringComparer.Ordinal);
    }

    [Fact]
    public void Migrations_All_AreFoundInTheOrderOfTheirIds()
    {
        using var context = Context("none.db");
        var found = context.Database.GetMigrations().ToArray();
        var declared = typeof(StoreInitializer).Assembly.GetTypes()
            .Count(type => type.IsSubclassOf(typeof(Microsoft.EntityFrameworkCore.Migrations.Migration)));

        Assert.Equal(declared, found.Length);
        Assert.Equal(string.Join(' ', found.Order(StringComparer.Ordinal)), string.Join(' ', found));
    }

    private static string Schema(SqliteConnection connection)
    {
        var lines = new List<string>();
        foreach (var table in Rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY name"))
        {
            var name = table[0];
            lines.AddRange(Rows(connection, "SELECT instr(sql, 'AUTOINCREMENT') > 0 FROM sqlite_master WHERE name = $name", name)
                .Select(a => $"{name} autoincrement={a[0]}"));
            lines.AddRange(Rows(connection, "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info($name) ORDER BY name", name)
                .Select(c => $"{name}.{c[0]} {c[1]} notnull={c[2]} default={c[3]} pk={c[4]}"));
            lines.AddRange(Rows(connection, "SELECT \"table\", \"from\", \"to\", on_update, on_delete FROM pragma_foreign_key_list($name) ORDER BY 1, 2", name)
                .Select(f => $"{name} references {string.Join(' ', f)}"));
            foreach (var index in Rows(connection, "SELECT name, \"unique\", origin, partial FROM pragma_index_list($name) ORDER BY name", name))
            {
                var columns = Rows(connection, "SELECT name, \"desc\", coll FROM pragma_index_xinfo($name) WHERE key ORDER BY seqno", index[0]);
                var sql = Rows(connection, "SELECT coalesce(sql, '') FROM sqlite_master WHERE name = $name", index[0])[0][0];
                var filter = sql.Contains("WHERE", StringComparison.Ordinal) ? sql[sql.IndexOf("WHERE", StringComparison.Ordinal)..] : string.Empty;
                lines.Add($"{name} index {string.Join(' ', index)} ({string.Join(", ", columns.Select(c => string.Join(' ', c)))}) {filter}");
            }
        }

        return string.Join('\n', lines);
    }

    private static List<string[]> Rows(SqliteConnection connection, string sql, string? name = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (name is not null)
        {
            command.Parameters.AddWithValue("$name", name);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetValue(i)}")]);
        }

        return rows;
    }

    private SqliteDatabase Database(string file) => new(Path.Combine(_folder, file), TimeSpan.FromSeconds(1), SqliteOpenMode.ReadWriteCreate);

    private AraDbContext Context(string file) => new AraContexts(Database(file)).Create();

    private async Task<string> SchemaAsync(string file, Func<AraDbContext, Task> make)
    {
        using var database = Database(file);
        await using (var context = new AraContexts(database).Create())
        {
            await make(context);
        }

        await using var connection = database.Open();
        return Schema(connection);
    }
}
