using System.Text;
using System.Text.Json;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Trees.Forests;

namespace AraWeb.Engine.Ensemble;

/// <summary>
/// A pooled model as one file: a mark, a header in JSON, each member as its own family writes it, and the isolation forest where there is one, every part with
/// its length before it. Restores the same forecasts to the bit. Whether a file may be trusted is the registry's matter; here only its form is checked.
/// </summary>
public static class PooledModelFile
{
    private const string Real = "pool";
    private const string Simulated = "pool-simulated";
    private const int MostBytes = 256 << 20;
    private static readonly byte[] Mark = "ARAPOOL3"u8.ToArray();

    /// <summary>Under which name the registry holds the pooled model that forecasts use: one learned from real prices, one from simulated ones.</summary>
    public static string RegistryId(bool isSimulated) => isSimulated ? Simulated : Real;

    /// <summary>Writes a model.</summary>
    public static void Write(PooledModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        WritePart(writer, JsonSerializer.SerializeToUtf8Bytes(PooledModelHeader.Of(model), PooledModelHeader.Json));
        foreach (var member in model.Members)
        {
            WritePart(writer, member.Save);
        }

        if (model.Detector is { } detector)
        {
            WritePart(writer, detector.Forest.Save);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="families">The models that may be in it.</param>
    /// <exception cref="ModelException">Not such a file, of an older format, damaged, or with a member of no known family.</exception>
    public static PooledModel Read(Stream stream, IReadOnlyList<IForecaster> families)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(families);
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            var mark = reader.ReadBytes(Mark.Length);
            if (!mark.AsSpan().SequenceEqual(Mark))
            {
                throw Damaged(mark.AsSpan().StartsWith(Mark.AsSpan(0, Mark.Length - 1))
                    ? $"it is of format {(char)mark[^1]}, and {(char)Mark[^1]} is read"
                    : "it does not begin as one");
            }

            var header = JsonSerializer.Deserialize<PooledModelHeader>(ReadPart(reader), PooledModelHeader.Json) ?? throw Damaged("its header is empty");
            if (!header.FitsTogether)
            {
                throw Damaged("its header does not fit together");
            }

            var members = header.Members!.Select(id => ReadMember(reader, id, families)).ToArray();
            NoveltyDetector? detector = null;
            if (header.NoveltyThreshold is { } threshold)
            {
                using var part = new MemoryStream(ReadPart(reader), writable: false);
                detector = new NoveltyDetector(IsolationForest.Load(part), threshold);
            }

            return header.ToModel(members, detector);
        }
        catch (Exception error) when (error is EndOfStreamException or JsonException)
        {
            throw Damaged("it ends too soon or its header cannot be read");
        }
    }

    private static IFittedForecaster ReadMember(BinaryReader reader, string id, IReadOnlyList<IForecaster> families)
    {
        var family = families.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal))
            ?? throw Damaged($"it holds a model '{id}' that is not known here");
        using var part = new MemoryStream(ReadPart(reader), writable: false);
        return family.Load(part);
    }

    private static void WritePart(BinaryWriter writer, Action<Stream> save)
    {
        using var part = new MemoryStream();
        save(part);
        WritePart(writer, part.ToArray());
    }

    private static void WritePart(BinaryWriter writer, byte[] bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static byte[] ReadPart(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        if (length is < 0 or > MostBytes)
        {
            throw Damaged("a part has an impossible length");
        }

        var bytes = reader.ReadBytes(length);
        return bytes.Length == length ? bytes : throw new EndOfStreamException();
    }

    private static ModelException Damaged(string what) => new($"The file is no pooled model: {what}.", "Train the model again, or take another version.");
}
