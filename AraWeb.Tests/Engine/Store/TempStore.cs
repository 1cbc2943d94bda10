using AraWeb.Engine.Core;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Store;
using AraWeb.Engine.Store.Bars;
using AraWeb.Engine.Store.Forecasts;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Store;

/// <summary>A store in a folder of its own that goes away with the test.</summary>
internal sealed class TempStore : IDisposable
{
    public TempStore()
    {
        Folder = Directory.CreateTempSubdirectory("ara-store-").FullName;
        Databases = new StoreDatabases(Path.Combine(Folder, "data"), TimeSpan.FromMilliseconds(50));
        Bars = new SqliteBarStore(Databases);
        Keys = new SigningKeyFolder(Path.Combine(Folder, "keys"));
        Ledger = new EfLedgerStore(Databases, Keys, Time);
        Journal = new EfLedgerJournal(Databases, Keys, Time);
    }

    public string Folder { get; }

    public StoreDatabases Databases { get; }

    public SqliteBarStore Bars { get; }

    public SigningKeyFolder Keys { get; }

    public ManualTime Time { get; } = new();

    public EfLedgerStore Ledger { get; }

    public EfLedgerJournal Journal { get; }

    public static async Task<TempStore> CreateAsync()
    {
        var store = new TempStore();
        await new StoreInitializer(store.Databases).InitializeAsync(CancellationToken.None);
        return store;
    }

    /// <summary>A store without any tables.</summary>
    public static TempStore Unprepared() => new();

    /// <summary>A copy of a store that nobody has open.</summary>
    public static TempStore CopyOf(TempStore other)
    {
        var copy = new TempStore();
        copy.Time.Advance(other.Time.GetUtcNow() - copy.Time.GetUtcNow());
        foreach (var file in Directory.EnumerateFiles(other.Folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(copy.Folder, Path.GetRelativePath(other.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }

        return copy;
    }

    /// <summary>Bars of a coin, so that a bar is known at its start plus its length.</summary>
    public static BarSeries Series(string symbol, Timeframe timeframe, DateTimeOffset start, IEnumerable<double> closes)
    {
        var bars = closes
            .Select((close, i) => new Bar(start + (i * timeframe.Length()), close - 1, close + 2, close - 2, close, 10 + i))
            .ToList();
        return BarSeries.FromBars(Symbol.Parse(symbol), AssetClass.Crypto, timeframe, bars);
    }

    public static Instrument Coin(string symbol) => Coin(symbol, "csv");

    public static Instrument Coin(string symbol, string source) =>
        new(Symbol.Parse(symbol), symbol, AssetClass.Crypto, "USD", source, IsSimulated: source == "demo", []);

    public void Dispose()
    {
        Databases.Dispose();
        Keys.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
