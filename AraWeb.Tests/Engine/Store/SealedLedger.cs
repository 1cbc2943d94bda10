using AraWeb.Engine.Ledger;
using LedgerEntries = AraWeb.Tests.Engine.Ledger.Entries;

namespace AraWeb.Tests.Engine.Store;

/// <summary>
/// A ledger of six forecasts, three of a coin and three of another (entries 1 to 6, records 2 to 7), with outcomes of the first three (records 8 and 9).
/// Record 1 is the key's. Made once for a class of tests, which take copies.
/// </summary>
public sealed class SealedLedger : IAsyncLifetime
{
    internal TempStore Store { get; private set; } = null!;

    internal IReadOnlyList<ForecastEntry> Entries { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Store = await TempStore.CreateAsync();
        Entries = [.. Enumerable.Range(0, 6).Select(day => LedgerEntries.Make(day < 3 ? "BTCUSD" : "ETHUSD", LedgerEntries.LastBar.AddDays(day), 1, 2, 3))];
        foreach (var entry in Entries)
        {
            await Store.Ledger.AppendAsync(entry, CancellationToken.None);
            Store.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await ResolveAsync(Entries[0], Entries[1]);
        await ResolveAsync(Entries[2]);
        Store.Databases.Dispose();
    }

    public Task DisposeAsync()
    {
        Store.Dispose();
        return Task.CompletedTask;
    }

    private async Task ResolveAsync(params ForecastEntry[] entries) => await Store.Ledger.ResolveAsync(
        [
            .. entries.Select(entry => new EntryOutcomes(
                entry.Id, new Dictionary<int, Outcome> { [1] = LedgerEntries.Resolved(0.01), [2] = LedgerEntries.Resolved(-0.02) })),
        ],
        CancellationToken.None);
}
