using System.Globalization;
using System.Text.RegularExpressions;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Registry;

/// <summary>
/// The files of the registry: <c>ID/vN/manifest</c>, <c>ID/vN/model</c> and <c>ID/stages</c>. Names are checked against a pattern before they become a path, no
/// part of a path may be a link, and no file is read beyond its limit. Versions and lists come into being whole: written elsewhere, then renamed.
/// </summary>
/// <param name="root">The folder, absolute; made when the first model is.</param>
internal sealed partial class RegistryFolder(string root)
{
    private const string Manifest = "manifest";
    private const string Model = "model";
    private const string Stages = "stages";
    private const string Advice = "Name a model and version as 'ara models list' shows them.";
    private const int NameTimeoutMilliseconds = 100;

    /// <summary>The folder.</summary>
    public string Root { get; } = Path.IsPathFullyQualified(root) ? Path.GetFullPath(root) : throw new InputException("folder", root, "Name an absolute path.");

    /// <summary>Whether a text can be a model's id.</summary>
    public static bool IsId(string? id) => id is not null && IdPattern().IsMatch(id);

    /// <exception cref="ModelRefusedException">The name is none that the registry gives.</exception>
    public static void CheckName(string? id, int version)
    {
        if (!IsId(id) || version < 1)
        {
            throw new ModelRefusedException(ModelRefusal.BadName, "That is no id and version of a model.", Advice);
        }
    }

    /// <summary>Ids that have a folder, in ordinal order; what is called otherwise is not looked at.</summary>
    public IReadOnlyList<string> Ids() => !Directory.Exists(Root) ? [] :
        [.. Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path)).Where(IsId).Order(StringComparer.Ordinal)];

    /// <summary>Versions of an id, ascending.</summary>
    public IReadOnlyList<int> Versions(string id)
    {
        CheckName(id, 1);
        var folder = Path.Combine(Root, id);
        return !Directory.Exists(folder) ? [] :
            [.. Directory.EnumerateDirectories(folder).Select(path => VersionOf(Path.GetFileName(path))).Where(version => version > 0).Order()];
    }

    /// <summary>Reads a version's manifest.</summary>
    public byte[] ReadManifest(string id, int version, RegistryLimits limits) => Read([id, Name(version), Manifest], limits.LargestManifest);

    /// <summary>Reads a version's model file.</summary>
    public byte[] ReadModel(string id, int version, RegistryLimits limits) => Read([id, Name(version), Model], limits.LargestModel);

    /// <summary>Reads the list of stages; null where there is none.</summary>
    public byte[]? ReadStages(string id, RegistryLimits limits) =>
        Path.Exists(Path.Combine(Root, id, Stages)) ? Read([id, Stages], limits.LargestManifest) : null;

    /// <summary>Adds a version: both files lie in their place at once or not at all.</summary>
    public void Add(string id, int version, byte[] manifest, ReadOnlySpan<byte> model)
    {
        CheckName(id, version);
        var draft = Path.Combine(Root, id, $".draft-{Guid.NewGuid():N}");
        try
        {
            CheckLinks([id]);
            Directory.CreateDirectory(draft);
            Write(Path.Combine(draft, Manifest), manifest);
            Write(Path.Combine(draft, Model), model);
            Directory.Move(draft, Path.Combine(Root, id, Name(version)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fault(error);
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }

    /// <summary>Replaces the list of stages.</summary>
    public void WriteStages(string id, byte[] stages)
    {
        var draft = Path.Combine(Root, id, $".draft-{Guid.NewGuid():N}");
        try
        {
            CheckLinks([id]);
            Write(draft, stages);
            File.Move(draft, Path.Combine(Root, id, Stages), overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fault(error);
        }
    }

    /// <summary>Keeps other programs from changing an id until it is disposed.</summary>
    /// <exception cref="StorageException">Another program is changing it, or the folder cannot be written.</exception>
    public FileStream Lock(string id)
    {
        CheckName(id, 1);
        try
        {
            CheckLinks([id]);
            Directory.CreateDirectory(Path.Combine(Root, id));
            CheckLinks([id, ".lock"]);
            return new FileStream(Path.Combine(Root, id, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fault(error);
        }
    }

    private static string Name(int version) => string.Create(CultureInfo.InvariantCulture, $"v{version}");

    private static int VersionOf(string name) =>
        name.StartsWith('v') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && Name(version) == name
            ? version
            : 0;

    private static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    private static ModelRefusedException Refused(ModelRefusal refusal, string message) =>
        new(refusal, message, "'ara models verify' looks through all models; take the file from a backup or train the model again.");

    private StorageException Fault(Exception error) => new(
        $"The model folder {Root} cannot be used: {error.Message}",
        "Let the account that runs Ara read and write the folder; where another program is changing the model, try again.",
        error);

    private byte[] Read(string[] parts, long limit)
    {
        CheckName(parts[0], 1);
        var shown = string.Join('/', parts);
        CheckLinks(parts);
        try
        {
            var path = Path.Combine([Root, .. parts]);
            if (Directory.Exists(path))
            {
                throw Refused(ModelRefusal.Missing, $"{shown} is no file.");
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (file.Length > limit)
            {
                throw Refused(ModelRefusal.TooLarge, $"{shown} has {file.Length} bytes, and at most {limit} are read.");
            }

            var bytes = new byte[file.Length];
            return file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length
                ? bytes
                : throw Refused(ModelRefusal.CutOff, $"{shown} became shorter while it was read.");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refused(ModelRefusal.Missing, $"There is no {shown}.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fault(error);
        }
    }

    /// <summary>No part below the root may be a link: it could lead anywhere, and elsewhere tomorrow.</summary>
    private void CheckLinks(string[] parts)
    {
        var path = Root;
        foreach (var part in parts)
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null || !path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw Refused(ModelRefusal.OutsideFolder, $"{Path.GetRelativePath(Root, path)} is a link; models have to lie in their folder.");
            }
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{0,63}\z", RegexOptions.None, NameTimeoutMilliseconds)]
    private static partial Regex IdPattern();
}
