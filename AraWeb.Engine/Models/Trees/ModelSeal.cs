using System.Security.Cryptography;
using System.Text;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees;

/// <summary>
/// The outside of the file of every model of trees: a mark, the model's id, the content, and a SHA-256 of all that. It finds damage; who wrote the file is the
/// business of the registry's signature.
/// </summary>
internal static class ModelSeal
{
    private const string Mark = "ara-trees-2";

    /// <summary>No model of ours comes near; a stream that does not end is not read to its end.</summary>
    private const int Limit = 1 << 30;

    /// <summary>Writes a file.</summary>
    public static void Write(Stream stream, string id, Action<BinaryWriter> content)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            writer.Write(id);
            content(writer);
        }

        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        stream.Write(bytes);
        stream.Write(SHA256.HashData(bytes));
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ModelException">It is another model's, or damaged.</exception>
    public static T Read<T>(Stream stream, string id, Func<BinaryReader, T> content)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bytes = ReadAll(stream, id);
        var size = bytes.Length - SHA256.HashSizeInBytes;
        if (size <= 0 || !SHA256.HashData(bytes.AsSpan(0, size)).AsSpan().SequenceEqual(bytes.AsSpan(size)))
        {
            throw Damaged(id, "its check sum does not fit");
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, 0, size), Encoding.UTF8);
            var (mark, wrote) = (reader.ReadString(), reader.ReadString());
            if (mark != Mark || wrote != id)
            {
                throw Damaged(id, $"it holds '{wrote}' in the format '{mark}'");
            }

            return content(reader);
        }
        catch (Exception error) when (error is IOException or ArgumentException or FormatException or OverflowException)
        {
            throw Damaged(id, "its parts do not fit each other", error);
        }
    }

    /// <summary>[count] numbers; the count stands before them.</summary>
    public static void WriteAll(BinaryWriter writer, ReadOnlySpan<double> values)
    {
        writer.Write(values.Length);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    /// <summary>[count] whole numbers; the count stands before them.</summary>
    public static void WriteAll(BinaryWriter writer, ReadOnlySpan<int> values)
    {
        writer.Write(values.Length);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    /// <summary>A count of things that each take at least so many bytes of what is left.</summary>
    /// <exception cref="FormatException">There is less left.</exception>
    public static int ReadCount(BinaryReader reader, int bytesEach)
    {
        var count = reader.ReadInt32();
        var left = reader.BaseStream.Length - reader.BaseStream.Position;
        return count >= 0 && (long)count * bytesEach <= left ? count : throw new FormatException($"{count} things are claimed in {left} bytes.");
    }

    /// <summary>What <see cref="WriteAll(BinaryWriter, ReadOnlySpan{double})"/> wrote.</summary>
    public static double[] ReadNumbers(BinaryReader reader)
    {
        var values = new double[ReadCount(reader, sizeof(double))];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadDouble();
        }

        return values;
    }

    /// <summary>What <see cref="WriteAll(BinaryWriter, ReadOnlySpan{int})"/> wrote.</summary>
    public static int[] ReadWholes(BinaryReader reader)
    {
        var values = new int[ReadCount(reader, sizeof(int))];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadInt32();
        }

        return values;
    }

    private static byte[] ReadAll(Stream stream, string id)
    {
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (all.Length + read > Limit)
            {
                throw Damaged(id, $"it holds more than {Limit} bytes");
            }

            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private static ModelException Damaged(string id, string why, Exception? inner = null) =>
        new($"The file does not hold a sound {id} model: {why}.", "Restore the file, or train the model again.", inner);
}
