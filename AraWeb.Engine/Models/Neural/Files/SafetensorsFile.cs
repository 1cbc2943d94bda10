using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Neural.Files;

/// <summary>
/// Reads and writes safetensors (github.com/huggingface/safetensors, "Format"): eight bytes with the header's length, a JSON header with type,
/// lengths and place
/// of every tensor, then the numbers, little-endian. Only 32-bit floats. Our files note the SHA-256 of the numbers, which tells of damage, not of forgery.
/// </summary>
internal static class SafetensorsFile
{
    private const int LengthBytes = 8;
    private const string Metadata = "__metadata__";
    private const string Hash = "sha256";
    private const string Type = "F32";

    /// <summary>The format's own limit.</summary>
    private const int LongestHeader = 100_000_000;

    /// <summary>Far above any of our networks, far below what would not fit.</summary>
    private const long LongestFile = 1L << 30;

    /// <summary>Writes.</summary>
    public static void Write(Stream stream, IReadOnlyList<NamedTensor> tensors, IReadOnlyDictionary<string, string> notes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var header = new JsonObject();
        var offset = 0L;
        foreach (var tensor in tensors)
        {
            var end = offset + ((long)tensor.Values.Length * sizeof(float));
            header[tensor.Name] = new JsonObject
            {
                ["dtype"] = Type,
                ["shape"] = new JsonArray([.. tensor.Lengths.Select(length => (JsonNode)length)]),
                ["data_offsets"] = new JsonArray(offset, end),
            };
            hash.AppendData(MemoryMarshal.AsBytes(tensor.Values.Span));
            offset = end;
        }

        var metadata = new JsonObject { [Hash] = Convert.ToHexStringLower(hash.GetHashAndReset()) };
        foreach (var (key, value) in notes)
        {
            metadata[key] = value;
        }

        header[Metadata] = metadata;
        var text = JsonSerializer.SerializeToUtf8Bytes(header);
        Span<byte> length = stackalloc byte[LengthBytes];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        stream.Write(length);
        stream.Write(text);
        foreach (var tensor in tensors)
        {
            stream.Write(MemoryMarshal.AsBytes(tensor.Values.Span));
        }
    }

    /// <summary>Reads.</summary>
    /// <exception cref="ModelException">Not such a file, cut off, or changed.</exception>
    public static SafetensorsContent Read(Stream stream)
    {
        Span<byte> first = stackalloc byte[LengthBytes];
        if (stream.ReadAtLeast(first, LengthBytes, throwOnEndOfStream: false) < LengthBytes)
        {
            throw Damaged("it is shorter than eight bytes");
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(first);
        if (length is < 2 or > LongestHeader)
        {
            throw Damaged($"its header would be {length} bytes long");
        }

        var header = ReadUpTo(stream, length);
        if (header.Length < length)
        {
            throw Damaged("its header is cut off");
        }

        var data = ReadUpTo(stream, LongestFile);
        try
        {
            using var document = JsonDocument.Parse(header);
            return Parse(document.RootElement, data);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or OverflowException)
        {
            throw Damaged("its header is not what the format says", error);
        }
    }

    private static SafetensorsContent Parse(JsonElement root, byte[] data)
    {
        var tensors = new Dictionary<string, NamedTensor>(StringComparer.Ordinal);
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        var covered = 0L;
        foreach (var entry in root.EnumerateObject())
        {
            if (entry.Name == Metadata)
            {
                foreach (var note in entry.Value.EnumerateObject())
                {
                    notes[note.Name] = note.Value.GetString() ?? string.Empty;
                }

                continue;
            }

            var lengths = entry.Value.GetProperty("shape").EnumerateArray().Select(one => one.GetInt32()).ToArray();
            var offsets = entry.Value.GetProperty("data_offsets").EnumerateArray().Select(one => one.GetInt64()).ToArray();
            var bytes = lengths.Aggregate((long)sizeof(float), (product, one) => checked(product * one));
            if (entry.Value.GetProperty("dtype").GetString() != Type || offsets is not [>= 0, _] || offsets[1] > data.Length || offsets[1] - offsets[0] != bytes
                || lengths.Any(one => one < 0))
            {
                throw Damaged($"tensor {entry.Name} is not made of 32-bit floats, or does not lie within the file");
            }

            var values = MemoryMarshal.Cast<byte, float>(data.AsSpan((int)offsets[0], (int)bytes)).ToArray();
            tensors[entry.Name] = new NamedTensor(entry.Name, lengths, values);
            covered += bytes;
        }

        if (covered != data.Length)
        {
            throw Damaged("it was cut off, or something follows it");
        }

        return notes.TryGetValue(Hash, out var hash) && hash != Convert.ToHexStringLower(SHA256.HashData(data))
            ? throw Damaged("it was changed after it was written")
            : new SafetensorsContent(tensors, notes);
    }

    /// <summary>Grows with what is there, so that a false length costs no memory.</summary>
    private static byte[] ReadUpTo(Stream stream, long limit)
    {
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (all.Length < limit && stream.Read(buffer, 0, (int)Math.Min(buffer.Length, limit - all.Length)) is > 0 and var read)
        {
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private static ModelException Damaged(string why, Exception? inner = null) =>
        new($"The file does not hold sound weights: {why}.", "Train the model again, or take it from a backup.", inner);
}
