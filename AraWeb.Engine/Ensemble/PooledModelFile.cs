using System.Text;
using System.Text.Json;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Ensemble;

/// <summary>
/// A pooled model as one file: a mark, a header in JSON, then each member as its own family writes it, every part with its length before it. Restores the same
/// forecasts to the bit. Whether a file may be trusted is the registry's matter; here only its form is checked.
/// </summary>
public static class PooledModelFile
{
    private const string Real = "pool";
    private const string Simulated = "pool-simulated";
    private const int MostParts = 64;
    private const int MostBytes = 256 << 20;
    private static readonly byte[] Mark = "ARAPOOL1"u8.ToArray();

    /// <summary>Under which name the registry holds the pooled model that forecasts use: one learned from real prices, one from simulated ones.</summary>
    public static string RegistryId(bool isSimulated) => isSimulated ? Simulated : Real;

    /// <summary>Writes a model.</summary>
    public static void Write(PooledModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        var header = new Header(
            model.FeatureSet, [.. model.FeatureNames], [.. model.Horizons], [.. model.Members.Select(member => member.Id)],
            [.. model.Weights.Select(weights => weights.All.ToArray())],
            [.. model.Weights.Select(weights => weights.ByRegime.Select(state => state.ToArray()).ToArray())],
            model.TrainedThrough);
        WritePart(writer, JsonSerializer.SerializeToUtf8Bytes(header));
        foreach (var member in model.Members)
        {
            using var part = new MemoryStream();
            member.Save(part);
            WritePart(writer, part.ToArray());
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="families">The models that may be in it.</param>
    /// <exception cref="ModelException">Not such a file, damaged, or with a member of no known family.</exception>
    public static PooledModel Read(Stream stream, IReadOnlyList<IForecaster> families)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(families);
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (!reader.ReadBytes(Mark.Length).AsSpan().SequenceEqual(Mark))
            {
                throw Damaged("it does not begin as one");
            }

            var header = JsonSerializer.Deserialize<Header>(ReadPart(reader)) ?? throw Damaged("its header is empty");
            if (header.Members is not { Length: > 0 and <= MostParts } || header.Horizons is null || header.FeatureNames is null || header.FeatureSet is null
                || header.Weights?.Length != header.Horizons.Length || header.StateWeights?.Length != header.Horizons.Length
                || header.Weights.Any(weights => weights.Length != header.Members.Length)
                || header.StateWeights.Any(states => states.Length != Enum.GetValues<RegimeType>().Length
                    || states.Any(weights => weights.Length != header.Members.Length)))
            {
                throw Damaged("its header does not fit together");
            }

            var members = new IFittedForecaster[header.Members.Length];
            for (var m = 0; m < members.Length; m++)
            {
                var family = families.FirstOrDefault(one => string.Equals(one.Id, header.Members[m], StringComparison.Ordinal))
                    ?? throw Damaged($"it holds a model '{header.Members[m]}' that is not known here");
                using var part = new MemoryStream(ReadPart(reader), writable: false);
                members[m] = family.Load(part);
            }

            var weights = header.Weights.Select((all, h) => new PoolWeights(all, header.StateWeights[h])).ToArray();
            return new PooledModel(header.FeatureSet, header.FeatureNames, header.Horizons, members, weights, header.TrainedThrough);
        }
        catch (Exception error) when (error is EndOfStreamException or JsonException)
        {
            throw Damaged("it ends too soon or its header cannot be read");
        }
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

    private sealed record Header(
        string? FeatureSet, string[]? FeatureNames, int[]? Horizons, string[]? Members, double[][]? Weights, double[][][]? StateWeights,
        DateTimeOffset TrainedThrough);
}
