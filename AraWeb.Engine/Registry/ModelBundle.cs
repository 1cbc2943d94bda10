using System.Buffers.Binary;

namespace AraWeb.Engine.Registry;

/// <summary>
/// A version as one file, for another machine: a mark, the lengths of manifest and model (little-endian, 4 and 8 bytes), then both. It holds no names of files,
/// so nothing can be unpacked to another place.
/// </summary>
internal static class ModelBundle
{
    private const int HeaderLength = 22;

    private static ReadOnlySpan<byte> Mark => "ARAMODEL1\n"u8;

    /// <summary>Writes.</summary>
    public static byte[] Write(byte[] manifest, ReadOnlySpan<byte> model)
    {
        var bytes = new byte[HeaderLength + manifest.Length + model.Length];
        Mark.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(Mark.Length), manifest.Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(Mark.Length + sizeof(int)), model.Length);
        manifest.CopyTo(bytes, HeaderLength);
        model.CopyTo(bytes.AsSpan(HeaderLength + manifest.Length));
        return bytes;
    }

    /// <summary>Takes a file apart; neither part has been checked yet.</summary>
    /// <exception cref="ModelRefusedException">Not such a file, cut off, or too large.</exception>
    public static (ReadOnlyMemory<byte> Manifest, ReadOnlyMemory<byte> Model) Read(Stream stream, RegistryLimits limits)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var header = new byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.AsSpan().StartsWith(Mark))
        {
            throw Refused(ModelRefusal.Unsigned, "The file is no model that 'ara models export' wrote, so it carries no signature.");
        }

        var manifestLength = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(Mark.Length));
        var modelLength = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(Mark.Length + sizeof(int)));
        if (manifestLength < 0 || modelLength < 0 || manifestLength > limits.LargestManifest || modelLength > limits.LargestModel)
        {
            throw Refused(ModelRefusal.TooLarge, $"The file claims a manifest of {manifestLength} and a model of {modelLength} bytes; that is not read.");
        }

        var manifest = ReadPart(stream, manifestLength);
        var model = ReadPart(stream, modelLength);
        return stream.ReadByte() < 0 ? (manifest, model) : throw Refused(ModelRefusal.CutOff, "Something follows the model in the file.");
    }

    /// <summary>Grows with what is there, so that a false length costs no memory.</summary>
    private static byte[] ReadPart(Stream stream, long length)
    {
        using var part = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (part.Length < length)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, length - part.Length));
            if (read == 0)
            {
                throw Refused(ModelRefusal.CutOff, "The file is shorter than it says: it was cut off.");
            }

            part.Write(buffer, 0, read);
        }

        return part.ToArray();
    }

    private static ModelRefusedException Refused(ModelRefusal refusal, string message) => new(refusal, message, "Export the model again where it was made.");
}
