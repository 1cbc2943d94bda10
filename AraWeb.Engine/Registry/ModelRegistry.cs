using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Registry;

/// <summary>
/// Versions of models in a folder, each with a signed card. A version never changes once it is there; what changes is its stage. Whatever is read is checked
/// first: name, links, size, signature, hash. Several threads and programs may use one folder. Leaves out: what a file means, which is the model's affair.
/// </summary>
/// <param name="folder">The folder, absolute; made when the first model is.</param>
/// <param name="keys">Keys to sign and to check with.</param>
/// <param name="limits">What is too large.</param>
/// <param name="time">The clock.</param>
public sealed class ModelRegistry(string folder, IModelKeys keys, RegistryLimits limits, TimeProvider time)
{
    /// <summary>The format of ONNX files, which are looked through for references to further files.</summary>
    public const string OnnxFormat = "onnx";

    private readonly RegistryFolder _folder = new(folder);
    private readonly Lock _gate = new();

    /// <summary>SHA-256 of feature names in their order, each ended by a line feed.</summary>
    /// <returns>Lower-case hexadecimal.</returns>
    public static string FeatureHash(IEnumerable<string> names) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(names.Select(name => name + "\n")))));

    /// <summary>Where the trials of a search for a model's settings are kept: beside its versions, and not one of them.</summary>
    /// <exception cref="ModelRefusedException">The id is no name.</exception>
    public string TrialsFile(string id)
    {
        RegistryFolder.CheckName(id, 1);
        return Path.Combine(_folder.Root, id, "trials");
    }

    /// <summary>Adds a version as a candidate.</summary>
    /// <param name="draft">What is said of it.</param>
    /// <param name="file">The model file.</param>
    /// <param name="reason">Why it is there, in words.</param>
    /// <exception cref="ModelRefusedException">The id is no name, the file is too large, or an ONNX file refers to others.</exception>
    /// <exception cref="InputException">The card is not whole: no horizon, a figure that is not finite, a hash that is none.</exception>
    /// <exception cref="StorageException">The folder cannot be written, or the key is not at hand.</exception>
    public ModelCard Register(ModelDraft draft, ReadOnlyMemory<byte> file, string reason)
    {
        CardCheck.Check(draft);
        CheckFile(draft, file.Span);
        lock (_gate)
        {
            using var held = _folder.Lock(draft.Id);
            var versions = _folder.Versions(draft.Id);
            var now = time.GetUtcNow();
            var version = versions.Count == 0 ? 1 : versions[^1] + 1;
            var card = new ModelCard(
                version, now, FeatureHash(draft.FeatureNames), Convert.ToHexStringLower(SHA256.HashData(file.Span)), file.Length, draft);
            var manifest = SignedDocument.Seal(RegistryJson.Write(card), keys.Signer);
            if (manifest.Length > limits.LargestManifest)
            {
                throw new ModelRefusedException(ModelRefusal.TooLarge, $"The card of {draft.Id} is too large.", "Say less in the settings and metrics.");
            }

            // The stage first would name a version that is not there; a version without a stage counts as a candidate.
            var stages = ReadStages(draft.Id);
            _folder.Add(draft.Id, version, manifest, file.Span);
            WriteStages(stages.Enter(version, reason, now));
            return card;
        }
    }

    /// <summary>All versions, sound or refused.</summary>
    public IReadOnlyList<RegistryEntry> List() => [.. _folder.Ids().SelectMany(List)];

    /// <summary>The versions of one id, sound or refused. Cards are checked, files are not opened.</summary>
    public IReadOnlyList<RegistryEntry> List(string id) => [.. Entries(id, card => card)];

    /// <summary>As <see cref="List()"/>, with every file read and checked.</summary>
    public IReadOnlyList<RegistryEntry> Verify() => [.. _folder.Ids().SelectMany(id => Entries(id, card => Read(card, isRefusedAllowed: true).Card))];

    /// <summary>The card of a version.</summary>
    /// <exception cref="ModelRefusedException">There is none, or it cannot be trusted.</exception>
    public ModelCard Card(string id, int version)
    {
        RegistryFolder.CheckName(id, version);
        var card = OpenCard(_folder.ReadManifest(id, version, limits), keys.Find, $"{id} version {version}");
        return card.Id == id && card.Version == version ? card : throw new ModelRefusedException(
            ModelRefusal.OtherModel,
            $"{id} version {version} holds the manifest of {card.Id} version {card.Version}.",
            "Someone moved files: take them from a backup.");
    }

    /// <summary>The stages of an id.</summary>
    /// <exception cref="ModelRefusedException">The list cannot be trusted.</exception>
    public ModelStages Stages(string id)
    {
        RegistryFolder.CheckName(id, 1);
        return ReadStages(id);
    }

    /// <summary>The card of the version in use; null when none is.</summary>
    public ModelCard? Live(string id) => Stages(id).Holder(ModelStage.Live) is { } version ? Card(id, version) : null;

    /// <summary>A model file, checked before it is handed out.</summary>
    /// <param name="id">The model.</param>
    /// <param name="version">Its version.</param>
    /// <param name="featureNames">The features that it will be asked with.</param>
    /// <exception cref="ModelRefusedException">It cannot be trusted, was refused, or learned other features.</exception>
    public LoadedFile Load(string id, int version, IReadOnlyList<string> featureNames)
    {
        var card = Card(id, version);
        CheckFeatures(card, featureNames);
        return Read(card, isRefusedAllowed: false);
    }

    /// <summary>A model file as it is, for a copy elsewhere; checked as for use, whatever its features and stage.</summary>
    /// <exception cref="ModelRefusedException">It cannot be trusted.</exception>
    public byte[] Export(string id, int version)
    {
        var file = Read(Card(id, version), isRefusedAllowed: true);
        return ModelBundle.Write(_folder.ReadManifest(id, version, limits), file.Bytes.Span);
    }

    /// <summary>Takes in what <see cref="Export"/> wrote, as a candidate with a version of its own.</summary>
    /// <param name="bundle">The file.</param>
    /// <param name="find">Gives the public key of an id where it is trusted: this registry's keys, or those of whoever made the file.</param>
    /// <exception cref="ModelRefusedException">It cannot be trusted.</exception>
    public ModelCard Import(Stream bundle, Func<string, PublicKey?> find)
    {
        var (manifest, file) = ModelBundle.Read(bundle, limits);
        var card = OpenCard(manifest, find, "The file's manifest");
        CheckBytes(card, file.Span);
        var settings = card.Model.Settings.ToDictionary(StringComparer.Ordinal);
        settings["imported_version"] = card.Version.ToString(CultureInfo.InvariantCulture);
        settings["imported_manifest"] = Convert.ToHexStringLower(SHA256.HashData(manifest.Span));
        return Register(card.Model with { Settings = settings, ParentVersion = null }, file, "Imported from a file.");
    }

    /// <summary>Brings a version into use; the one in use becomes the previous one.</summary>
    /// <exception cref="ModelRefusedException">It cannot be trusted.</exception>
    /// <exception cref="InputException">It is in use already, or was refused.</exception>
    public ModelStages Promote(string id, int version, string reason)
    {
        Read(Card(id, version), isRefusedAllowed: true);
        return Change(id, stages => stages.Promote(version, reason, time.GetUtcNow()));
    }

    /// <summary>Brings the previous version back into use and retires the one in use.</summary>
    /// <exception cref="InputException">There is no previous version.</exception>
    /// <exception cref="ModelRefusedException">The previous version cannot be trusted; nothing changes then.</exception>
    public ModelStages Rollback(string id, string reason)
    {
        if (Stages(id).Holder(ModelStage.Previous) is { } previous)
        {
            Read(Card(id, previous), isRefusedAllowed: false);
        }

        return Change(id, stages => stages.Rollback(reason, time.GetUtcNow()));
    }

    /// <summary>Keeps a version out of use and says why.</summary>
    /// <exception cref="InputException">It is in use.</exception>
    public ModelStages Refuse(string id, int version, string reason)
    {
        Card(id, version);
        return Change(id, stages => stages.Refuse(version, reason, time.GetUtcNow()));
    }

    /// <summary>Two versions beside each other.</summary>
    public ModelComparison Compare(string id, int first, int second) => ModelComparison.Of(Card(id, first), Card(id, second));

    private static ModelCard OpenCard(ReadOnlyMemory<byte> manifest, Func<string, PublicKey?> find, string name)
    {
        var card = RegistryJson.Read<ModelCard>(SignedDocument.Open(manifest, find, name).Span);
        var isWhole = card is not null && RegistryFolder.IsId(card.Id) && card.Version > 0 && card.FeatureHash == FeatureHash(card.Model.FeatureNames);
        return isWhole ? card! : throw new ModelRefusedException(
            ModelRefusal.BadManifest,
            $"{name} is signed, but not a card that this program writes.",
            "It may come from a newer Ara: update, or train the model again.");
    }

    private static void CheckFeatures(ModelCard card, IReadOnlyList<string> names)
    {
        var own = card.Model.FeatureNames;
        if (FeatureHash(names) == card.FeatureHash)
        {
            return;
        }

        var at = Enumerable.Range(0, Math.Min(own.Count, names.Count)).FirstOrDefault(i => own[i] != names[i], Math.Min(own.Count, names.Count));
        throw new ModelRefusedException(
            ModelRefusal.OtherFeatures,
            $"{card.Id} version {card.Version} learned {own.Count} features and is asked with {names.Count}; they differ from number {at + 1} on.",
            "Train the model on the present features, or use the features it learned.");
    }

    private static void CheckFile(ModelDraft draft, ReadOnlySpan<byte> file)
    {
        if (draft.Format == OnnxFormat)
        {
            OnnxReferences.Check(file);
        }
    }

    private IEnumerable<RegistryEntry> Entries(string id, Func<ModelCard, ModelCard> look)
    {
        ModelStages? stages = null;
        ModelRefusedException? fault = null;
        try
        {
            stages = ReadStages(id);
        }
        catch (ModelRefusedException error)
        {
            fault = error;
        }

        foreach (var version in _folder.Versions(id))
        {
            RegistryEntry entry;
            try
            {
                var card = look(Card(id, version));
                entry = new RegistryEntry(id, version, stages is null ? null : stages.Of(version) ?? ModelStage.Candidate, card, fault);
            }
            catch (ModelRefusedException error)
            {
                entry = new RegistryEntry(id, version, stages?.Of(version), null, error);
            }

            yield return entry;
        }
    }

    private LoadedFile Read(ModelCard card, bool isRefusedAllowed)
    {
        if (!isRefusedAllowed && ReadStages(card.Id).Of(card.Version) == ModelStage.Refused)
        {
            throw new ModelRefusedException(
                ModelRefusal.RefusedStage,
                $"{card.Id} version {card.Version} was refused when it was judged.",
                "Use another version; 'ara models show' says why.");
        }

        var bytes = _folder.ReadModel(card.Id, card.Version, limits);
        CheckBytes(card, bytes);
        return new LoadedFile(card, bytes);
    }

    private static void CheckBytes(ModelCard card, ReadOnlySpan<byte> bytes)
    {
        const string advice = "Take the file from a backup, or train the model again.";
        if (bytes.Length != card.FileLength)
        {
            throw new ModelRefusedException(
                ModelRefusal.CutOff, $"The file of {card.Id} version {card.Version} has {bytes.Length} bytes of {card.FileLength}.", advice);
        }

        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != card.FileHash)
        {
            throw new ModelRefusedException(ModelRefusal.Changed, $"The file of {card.Id} version {card.Version} was changed after it was signed.", advice);
        }

        CheckFile(card.Model, bytes);
    }

    private ModelStages Change(string id, Func<ModelStages, ModelStages> change)
    {
        if (_folder.Versions(id).Count == 0)
        {
            throw new ModelRefusedException(ModelRefusal.Missing, $"There is no model {id}.", "'ara models list' shows what there is.");
        }

        lock (_gate)
        {
            using var held = _folder.Lock(id);
            var stages = change(ReadStages(id));
            WriteStages(stages);
            return stages;
        }
    }

    private ModelStages ReadStages(string id)
    {
        var bytes = _folder.ReadStages(id, limits);
        var stages = bytes is null ? new ModelStages(id, []) : RegistryJson.Read<ModelStages>(SignedDocument.Open(bytes, keys.Find, $"{id}/stages").Span);
        if (stages?.Id != id)
        {
            throw new ModelRefusedException(ModelRefusal.BadManifest, $"{id}/stages is not the list of stages of {id}.", "Take it from a backup.");
        }

        // A version registered by a program that died before it wrote the stage.
        var missing = _folder.Versions(id).Where(version => stages.Of(version) is null).ToArray();
        return missing.Aggregate(stages, (list, version) => list.Enter(version, "Found without a stage.", time.GetUtcNow()));
    }

    private void WriteStages(ModelStages stages) => _folder.WriteStages(stages.Id, SignedDocument.Seal(RegistryJson.Write(stages), keys.Signer));
}
