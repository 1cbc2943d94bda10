using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Chain;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Store.Forecasts;
using AraWeb.Tests.Engine.Ledger;

namespace AraWeb.Tests.Engine.Store;

/// <summary>What becomes of the ledger when its signing key is rotated, lost, damaged or exchanged.</summary>
public sealed class LedgerKeyTests(SealedLedger ledger) : IClassFixture<SealedLedger>, IDisposable
{
    private readonly TempStore _store = TempStore.CopyOf(ledger.Store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task OpenAsync_NewLedger_MakesAKeyAndTheFirstRecord()
    {
        using var store = await TempStore.CreateAsync();

        var head = await store.Journal.OpenAsync(CancellationToken.None);
        Assert.Equal(head, (await store.Journal.OpenAsync(CancellationToken.None)) with { Hash = head.Hash, Signature = head.Signature });

        Assert.Equal(1, head.Number);
        Assert.Equal(head.KeyId, store.Keys.First().Id);
        Assert.DoesNotContain("PRIVATE", await File.ReadAllTextAsync(store.Databases.Ledger.FilePath), StringComparison.Ordinal);
        Assert.Empty((await VerifyAsync(store)).Faults);
    }

    [Fact]
    public async Task RotateKeyAsync_WrittenBeforeAndAfter_CanBeChecked()
    {
        var before = (await _store.Journal.HeadAsync(CancellationToken.None))!;
        var after = await _store.Journal.RotateKeyAsync(isLost: false, CancellationToken.None);
        await AppendAsync(7);

        var found = await VerifyAsync(_store);

        Assert.Empty(found.Faults);
        Assert.Empty(found.Notes);
        Assert.NotEqual(before.KeyId, after.KeyId, StringComparer.Ordinal);
        Assert.Equal((11L, after.KeyId), (found.Head!.Number, found.Head.KeyId));
        Assert.Equal(after.KeyId, _store.Keys.First().Id);
    }

    [Fact]
    public async Task RotateKeyAsync_ByAnotherProgram_IsTakenUpByThisOne()
    {
        await AppendAsync(6);
        using var otherKeys = new SigningKeyFolder(Path.GetDirectoryName(_store.Keys.FilePath)!);
        var other = new EfLedgerJournal(_store.Databases, otherKeys, _store.Time);
        var head = await other.RotateKeyAsync(isLost: false, CancellationToken.None);

        await AppendAsync(7);

        Assert.Equal(head.KeyId, (await _store.Journal.HeadAsync(CancellationToken.None))!.KeyId);
        Assert.Empty((await VerifyAsync(_store)).Faults);
    }

    [Fact]
    public async Task RotateKeyAsync_DiedBeforeTheNewKeyTookItsPlace_GoesOn()
    {
        // The database names the next key already, the file is still beside the old one.
        var old = await File.ReadAllTextAsync(_store.Keys.FilePath);
        await _store.Journal.RotateKeyAsync(isLost: false, CancellationToken.None);
        File.Move(_store.Keys.FilePath, Path.Combine(Path.GetDirectoryName(_store.Keys.FilePath)!, "ledger-signing-key.next.pem"));
        await File.WriteAllTextAsync(_store.Keys.FilePath, old);
        using var keys = new SigningKeyFolder(Path.GetDirectoryName(_store.Keys.FilePath)!);

        await new EfLedgerStore(_store.Databases, keys, _store.Time).AppendAsync(Entry(7), CancellationToken.None);

        Assert.Empty((await VerifyAsync(_store)).Faults);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_store.Keys.FilePath)!));
    }

    [Fact]
    public async Task AppendAsync_KeyIsGone_FreezesNothingAndMakesNoKey()
    {
        File.Delete(_store.Keys.FilePath);

        var error = await Assert.ThrowsAsync<StorageException>(() => AppendAsync(7));
        await Assert.ThrowsAsync<StorageException>(() => _store.Journal.OpenAsync(CancellationToken.None).AsTask());
        await Assert.ThrowsAsync<StorageException>(() => _store.Journal.RotateKeyAsync(isLost: false, CancellationToken.None).AsTask());

        Assert.Contains("is missing", error.Message, StringComparison.Ordinal);
        Assert.Contains("rotate-key --lost", error.Advice, StringComparison.Ordinal);
        Assert.False(File.Exists(_store.Keys.FilePath));
        var found = await VerifyAsync(_store);
        Assert.Empty(found.Faults);
        Assert.Equal(6, found.Entries);
    }

    [Fact]
    public async Task AppendAsync_KeyWasExchanged_FreezesNothing()
    {
        using var other = SigningKey.Create();
        await File.WriteAllTextAsync(_store.Keys.FilePath, other.ToPem());

        var error = await Assert.ThrowsAsync<StorageException>(() => AppendAsync(7));

        Assert.Contains($"holds the key {other.Id}", error.Message, StringComparison.Ordinal);
        Assert.Equal(9, (await VerifyAsync(_store)).Records);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no key at all")]
    public async Task RotateKeyAsync_KeyIsLost_GoesOnWithANewIdentityThatShows(string? content)
    {
        var lost = (await _store.Journal.HeadAsync(CancellationToken.None))!.KeyId;
        File.Delete(_store.Keys.FilePath);
        if (content is not null)
        {
            await File.WriteAllTextAsync(_store.Keys.FilePath, content);
        }

        var head = await _store.Journal.RotateKeyAsync(isLost: true, CancellationToken.None);
        await AppendAsync(7);

        var found = await VerifyAsync(_store);
        Assert.Empty(found.Faults);
        var note = Assert.Single(found.Notes);
        Assert.Contains(lost, note, StringComparison.Ordinal);
        Assert.Contains(head.KeyId, note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RotateKeyAsync_CalledLostButHere_IsRefused()
    {
        var error = await Assert.ThrowsAsync<InputException>(() => _store.Journal.RotateKeyAsync(isLost: true, CancellationToken.None).AsTask());

        Assert.Contains("not lost", error.Advice, StringComparison.Ordinal);
        Assert.Equal(9, (await VerifyAsync(_store)).Records);
    }

    private static ForecastEntry Entry(int day) => Entries.Make("BTCUSD", Entries.LastBar.AddDays(day), 1);

    private static Task<LedgerVerification> VerifyAsync(TempStore store) => store.Journal.ReadAsync(
        journal => ChainVerifier.Verify(journal, notedHash: null, CancellationToken.None), CancellationToken.None).AsTask();

    private Task<bool> AppendAsync(int day) => _store.Ledger.AppendAsync(Entry(day), CancellationToken.None).AsTask();
}
