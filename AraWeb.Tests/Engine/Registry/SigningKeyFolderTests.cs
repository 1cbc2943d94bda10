using AraWeb.Engine.Core;
using AraWeb.Engine.Registry;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Registry;

public sealed class SigningKeyFolderTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly string _folder;
    private readonly SigningKeyFolder _keys;

    public SigningKeyFolderTests()
    {
        _folder = Path.Combine(_temp.Path, "keys");
        _keys = new SigningKeyFolder(_folder);
    }

    public void Dispose()
    {
        _keys.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void First_NoKey_MakesOneThatOnlyTheOwnerMayRead()
    {
        var key = _keys.First();

        using var again = new SigningKeyFolder(_folder);
        Assert.Equal(key.Id, again.First().Id);
        Assert.Equal(key.Id, again.Get(key.Id).Id);
        Assert.Equal([_keys.FilePath], Directory.GetFiles(_folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_keys.FilePath));
        }
    }

    [Fact]
    public async Task First_ManyProgramsAtOnce_AgreeOnOneKey()
    {
        var folders = Enumerable.Range(0, 8).Select(_ => new SigningKeyFolder(_folder)).ToList();

        var ids = await Task.WhenAll(folders.Select(folder => Task.Run(() => folder.First().Id)));

        Assert.Single(ids.Distinct(StringComparer.Ordinal));
        folders.ForEach(folder => folder.Dispose());
    }

    [Fact]
    public void Get_KeyIsMissing_SaysSoAndMakesNone()
    {
        var error = Assert.Throws<StorageException>(() => _keys.Get("0011223344556677"));

        Assert.Contains("0011223344556677 is missing", error.Message, StringComparison.Ordinal);
        Assert.Contains("rotate-key --lost", error.Advice, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public void Get_FileHoldsAnotherKey_NamesBoth()
    {
        var id = _keys.First().Id;
        using var other = SigningKey.Create();
        File.WriteAllText(_keys.FilePath, other.ToPem());
        using var fresh = new SigningKeyFolder(_folder);

        var error = Assert.Throws<StorageException>(() => fresh.Get(id));

        Assert.Contains(id, error.Message, StringComparison.Ordinal);
        Assert.Contains(other.Id, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Get_FileIsDamaged_SaysSo()
    {
        var id = _keys.First().Id;
        File.WriteAllText(_keys.FilePath, File.ReadAllText(_keys.FilePath)[..100]);
        using var fresh = new SigningKeyFolder(_folder);

        Assert.Contains("holds no signing key", Assert.Throws<StorageException>(() => fresh.Get(id)).Message, StringComparison.Ordinal);
        Assert.Contains("holds no signing key", Assert.Throws<StorageException>(fresh.First).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void First_FolderIsAFile_SaysWhatToSet()
    {
        File.WriteAllText(_folder, "not a folder");

        Assert.Contains("Storage:Folder", Assert.Throws<StorageException>(_keys.First).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Next_AskedForById_TakesThePlaceOfTheOld()
    {
        var old = _keys.First().Id;
        using var next = _keys.Next();
        using var other = new SigningKeyFolder(_folder);

        Assert.Equal(old, other.Get(old).Id);
        Assert.Equal(next.Id, other.Get(next.Id).Id);
        Assert.Equal([_keys.FilePath], Directory.GetFiles(_folder));
        Assert.Equal(next.Id, _keys.Get(next.Id).Id);
    }
}
