using System.Security.Cryptography;
using System.Text;
using AraWeb.Engine.Registry;

namespace AraWeb.Tests.Engine.Registry;

/// <summary>Forty files, manifests and names that must not get in: each is refused with its reason, and the reader of models is never called.</summary>
public sealed class RegistryAttackTests : IDisposable
{
    private static readonly Dictionary<string, (ModelRefusal Refusal, Action<RegistryAttackTests> Prepare, string Id, int Version)> Corpus =
        new(StringComparer.Ordinal)
    {
        ["model: one bit changed"] = At(ModelRefusal.Changed, t => t.Flip(t.Model, 3)),
        ["model: last byte changed"] = At(ModelRefusal.Changed, t => t.Flip(t.Model, RegistrySample.File.Length - 1)),
        ["model: cut off"] = At(ModelRefusal.CutOff, t => t.Write(t.Model, RegistrySample.File[..^1])),
        ["model: empty"] = At(ModelRefusal.CutOff, t => t.Write(t.Model, [])),
        ["model: longer"] = At(ModelRefusal.CutOff, t => t.Write(t.Model, [.. RegistrySample.File, 0])),
        ["model: too large"] = At(ModelRefusal.TooLarge, t => t.Write(t.Model, new byte[10_001])),
        ["model: missing"] = At(ModelRefusal.Missing, t => File.Delete(t.Model)),
        ["model: a folder"] = At(ModelRefusal.Missing, t => t.MakeFolder(t.Model)),
        ["model: a link to the same bytes"] = At(ModelRefusal.OutsideFolder, t => t.Link(t.Model, RegistrySample.File)),
        ["model: that of another version"] = At(ModelRefusal.Changed, t => File.Copy(t._sample.PathOf("ridge-1d", "v2", "model"), t.Model, overwrite: true)),
        ["manifest: a link to the same bytes"] = At(ModelRefusal.OutsideFolder, t => t.Link(t.Manifest, File.ReadAllBytes(t.Manifest))),
        ["version: a linked folder"] = At(ModelRefusal.OutsideFolder, t => t.LinkFolder(t._sample.PathOf("ridge-1d", "v1"))),
        ["id: a linked folder"] = At(ModelRefusal.OutsideFolder, t => t.LinkFolder(t._sample.PathOf("ridge-1d"))),
        ["manifest: missing"] = At(ModelRefusal.Missing, t => File.Delete(t.Manifest)),
        ["manifest: empty"] = At(ModelRefusal.Unsigned, t => t.Write(t.Manifest, [])),
        ["manifest: too large"] = At(ModelRefusal.TooLarge, t => t.Write(t.Manifest, new byte[20_001])),
        ["manifest: without its signature"] = At(ModelRefusal.Unsigned, t => t.Write(t.Manifest, t.Document)),
        ["manifest: signature is no base64"] = At(ModelRefusal.Unsigned, t => t.Write(t.Manifest, t.Line($"ara-signed-1 {t._sample.Key.Id} ***"))),
        ["manifest: signature is empty"] = At(ModelRefusal.BadSignature, t => t.Write(t.Manifest, t.Line($"ara-signed-1 {t._sample.Key.Id} "))),
        ["manifest: signature of zeros"] = At(ModelRefusal.BadSignature, t => t.Write(t.Manifest, t.Line($"ara-signed-1 {t._sample.Key.Id} {Zeros}"))),
        ["manifest: other mark"] = At(ModelRefusal.Unsigned, t => t.Write(t.Manifest, t.Line($"ara-signed-0 {t._sample.Key.Id} {Zeros}"))),
        ["manifest: a first line without end"] = At(ModelRefusal.Unsigned, t => t.Write(t.Manifest, [.. Enumerable.Repeat((byte)'a', 5000)])),
        ["manifest: signed by a stranger"] = At(ModelRefusal.UnknownKey, t => t.Write(t.Manifest, SignedDocument.Seal(t.Document, t._stranger))),
        ["manifest: a stranger's signature under our key"] = At(ModelRefusal.BadSignature, t => t.Forge()),
        ["manifest: trials changed"] = At(ModelRefusal.BadSignature, t => t.Replace("\"trials\":50", "\"trials\":51")),
        ["manifest: hash of another file"] = At(ModelRefusal.BadSignature, t => t.Replace(t.Hash, Convert.ToHexStringLower(SHA256.HashData("evil"u8)))),
        ["manifest: cut off"] = At(ModelRefusal.BadSignature, t => t.Write(t.Manifest, File.ReadAllBytes(t.Manifest)[..^1])),
        ["manifest: that of another version"] = At(ModelRefusal.OtherModel, t => t.TakeManifest("ridge-1d", "v2")),
        ["manifest: that of another id"] = At(ModelRefusal.OtherModel, t => t.TakeManifest("lasso-1d", "v1")),
        ["manifest: signed, but spaced"] = At(ModelRefusal.BadManifest, t => t.Seal(t.Text.Replace(":", ": ", StringComparison.Ordinal))),
        ["manifest: signed, a key twice"] = At(ModelRefusal.BadManifest, t => t.Seal("{\"version\":1," + t.Text[1..])),
        ["manifest: signed, an unknown key"] = At(ModelRefusal.BadManifest, t => t.Seal(t.Text[..^1] + ",\"zz\":\"../../etc\"}")),
        ["manifest: signed, no JSON"] = At(ModelRefusal.BadManifest, t => t.Seal("model")),
        ["manifest: signed, nested without end"] = At(ModelRefusal.BadManifest, t => t.Seal(new string('[', 9000))),
        ["manifest: signed, id leads out"] = At(ModelRefusal.BadManifest, t => t.Seal(t.Text.Replace("ridge-1d", "../ridge", StringComparison.Ordinal))),
        ["name: leads out"] = (ModelRefusal.BadName, _ => { }, "../ridge-1d", 1),
        ["name: absolute"] = (ModelRefusal.BadName, _ => { }, "/etc", 1),
        ["name: with a zero"] = (ModelRefusal.BadName, _ => { }, "ridge-1d\0", 1),
        ["name: version below one"] = (ModelRefusal.BadName, _ => { }, "ridge-1d", 0),
        ["stages: changed"] = At(ModelRefusal.BadSignature, t => t.Flip(t._sample.PathOf("ridge-1d", "stages"), -1)),
    };

    private readonly RegistrySample _sample = new();
    private readonly SigningKey _stranger = SigningKey.Create();

    public RegistryAttackTests()
    {
        _sample.Registry.Register(RegistrySample.Draft(), RegistrySample.File, "sound");
        _sample.Registry.Register(RegistrySample.Draft(), "what a model wrotf"u8.ToArray(), "sound");
        _sample.Registry.Register(RegistrySample.Draft("lasso-1d"), RegistrySample.File, "sound");
    }

    public static TheoryData<string> Attacks => [.. Corpus.Keys];

    private static string Zeros => Convert.ToBase64String(new byte[70]);

    private string Model => _sample.PathOf("ridge-1d", "v1", "model");

    private string Manifest => _sample.PathOf("ridge-1d", "v1", "manifest");

    private byte[] Document => File.ReadAllBytes(Manifest) is var bytes ? bytes[(Array.IndexOf(bytes, (byte)'\n') + 1)..] : [];

    private string Text => Encoding.UTF8.GetString(Document);

    private string Hash => Convert.ToHexStringLower(SHA256.HashData(RegistrySample.File));

    public void Dispose()
    {
        _stranger.Dispose();
        _sample.Dispose();
    }

    [Fact]
    public void Attacks_All_AreForty() => Assert.Equal(40, Attacks.Count);

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Get_Attack_IsRefusedAndNothingIsLoaded(string name)
    {
        var (refusal, prepare, id, version) = Corpus[name];
        prepare(this);
        var read = 0;
        var models = new LoadedModels<object>(_sample.Registry, _ => ++read, 4, TimeSpan.FromHours(1), _sample.Time);
        var error = Assert.Throws<ModelRefusedException>(() => models.Get(id, version, RegistrySample.Features));
        Assert.Equal((refusal, "model-refused"), (error.Refusal, error.Code));
        Assert.False(string.IsNullOrWhiteSpace(error.Advice));
        Assert.DoesNotContain(_sample.Outside, error.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (read, models.Count));
    }

    [Fact]
    public void Load_Untouched_IsSound() => Assert.Equal(RegistrySample.File, _sample.Registry.Load("ridge-1d", 1, RegistrySample.Features).Bytes.ToArray());

    private static (ModelRefusal Refusal, Action<RegistryAttackTests> Prepare, string Id, int Version) At(
        ModelRefusal refusal, Action<RegistryAttackTests> prepare) =>
        (refusal, prepare, "ridge-1d", 1);

    private void Write(string path, byte[] bytes) => File.WriteAllBytes(path, bytes);

    private void Flip(string path, int at)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private byte[] Line(string line) => [.. Encoding.ASCII.GetBytes(line + "\n"), .. Document];

    private void Replace(string from, string to)
    {
        var bytes = File.ReadAllBytes(Manifest);
        var text = Encoding.Latin1.GetString(bytes);
        Assert.Contains(from, text, StringComparison.Ordinal);
        Write(Manifest, Encoding.Latin1.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
    }

    private void Seal(string document) => Write(Manifest, SignedDocument.Seal(Encoding.UTF8.GetBytes(document), _sample.Key));

    private void Forge()
    {
        var text = Encoding.Latin1.GetString(SignedDocument.Seal(Document, _stranger));
        Write(Manifest, Encoding.Latin1.GetBytes(text.Replace(_stranger.Id, _sample.Key.Id, StringComparison.Ordinal)));
    }

    private void Link(string path, byte[] bytes)
    {
        var outside = Path.Combine(_sample.Outside, "elsewhere");
        Write(outside, bytes);
        File.Delete(path);
        File.CreateSymbolicLink(path, outside);
    }

    private void LinkFolder(string path)
    {
        var outside = Path.Combine(_sample.Outside, "elsewhere");
        Directory.Move(path, outside);
        Directory.CreateSymbolicLink(path, outside);
    }

    private void TakeManifest(string id, string version) => File.Copy(_sample.PathOf(id, version, "manifest"), Manifest, overwrite: true);

    private void MakeFolder(string path)
    {
        File.Delete(path);
        Directory.CreateDirectory(path);
    }
}
