using System.Security.Cryptography;
using System.Text;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// The file of a linear model: a mark, the version, the body's length, the body and its SHA-256. The hash is looked at before the body is read. It tells of
/// damage, not of forgery; signatures are the registry's.
/// </summary>
internal static class LinearModelFile
{
    private const int Version = 1;
    private const int HeaderLength = 16;

    /// <summary>Far above any real model (4000 features with their products are 128 MB), far below what would not fit.</summary>
    private const int LargestBody = 1 << 28;

    private static ReadOnlySpan<byte> Mark => "ARALINR\n"u8;

    /// <summary>Writes a model.</summary>
    public static void Write(FittedLinear model, Stream stream)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            WriteBody(model, writer);
        }

        var bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        using var header = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        header.Write(Mark);
        header.Write(Version);
        header.Write(bytes.Length);
        header.Write(bytes);
        header.Write(SHA256.HashData(bytes));
    }

    /// <summary>Reads a model.</summary>
    /// <param name="id">The model it has to be.</param>
    /// <param name="stream">Its file.</param>
    /// <exception cref="ModelException">Another kind of file, another model or version, cut off, or changed.</exception>
    public static FittedLinear Read(string id, Stream stream)
    {
        var header = new byte[HeaderLength];
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.AsSpan().StartsWith(Mark))
        {
            throw Damaged(id, "it does not begin like one");
        }

        var version = BitConverter.ToInt32(header, Mark.Length);
        var length = BitConverter.ToInt32(header, Mark.Length + sizeof(int));
        if (version != Version)
        {
            throw Damaged(id, $"its version is {version}, and {Version} is read");
        }

        if (length is < 0 or > LargestBody)
        {
            throw Damaged(id, $"it claims {length} bytes");
        }

        // Grows with what is there, so that a false length costs no memory.
        using var rest = new MemoryStream();
        Copy(stream, rest, length + SHA256.HashSizeInBytes + 1);
        if (rest.Length != length + SHA256.HashSizeInBytes)
        {
            throw Damaged(id, "it was cut off, or something follows it");
        }

        var bytes = rest.ToArray();
        if (!SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
        {
            throw Damaged(id, "it was changed after it was written");
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, 0, length));
            return ReadBody(id, reader);
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or OverflowException)
        {
            throw Damaged(id, "its parts do not fit each other", error);
        }
    }

    private static void Copy(Stream from, MemoryStream to, int limit)
    {
        var buffer = new byte[1 << 16];
        while (to.Length < limit)
        {
            var read = from.Read(buffer, 0, (int)Math.Min(buffer.Length, limit - to.Length));
            if (read == 0)
            {
                return;
            }

            to.Write(buffer, 0, read);
        }
    }

    private static void WriteBody(FittedLinear model, BinaryWriter writer)
    {
        writer.Write(model.Id);
        writer.Write(model.FeatureNames.Count);
        for (var j = 0; j < model.FeatureNames.Count; j++)
        {
            writer.Write(model.FeatureNames[j]);
            writer.Write(model.FeatureMeans[j]);
            writer.Write(model.FeatureDeviations[j]);
            writer.Write(model.MissingShares[j]);
        }

        writer.Write(model.Fits.Count);
        foreach (var fit in model.Fits)
        {
            writer.Write(fit.Horizon);
            writer.Write(fit.Centre);
            writer.Write(fit.Deviation);
            writer.Write(fit.Penalty);
            writer.Write((int)fit.Status);
            writer.Write(fit.Iterations);
            writer.Write(fit.Gap);
            writer.Write(fit.FoldError);
            writer.Write(fit.FoldStandardError);
            writer.Write(fit.Trials);
            WriteAll(writer, fit.Coefficients);
        }

        writer.Write(model.HasIntervals);
        if (model.Posterior is { } posterior)
        {
            writer.Write(posterior.Rows);
            WriteAll(writer, posterior.Gram);
        }
    }

    private static FittedLinear ReadBody(string id, BinaryReader reader)
    {
        var written = reader.ReadString();
        if (written != id)
        {
            throw Damaged(id, $"it holds a {written} model");
        }

        var features = ReadCount(reader);
        var names = new string[features];
        var (means, scales, missing) = (new double[features], new double[features], new double[features]);
        for (var j = 0; j < features; j++)
        {
            names[j] = reader.ReadString();
            (means[j], scales[j], missing[j]) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        }

        var fits = new LinearFit[ReadCount(reader)];
        for (var h = 0; h < fits.Length; h++)
        {
            var (horizon, centre, deviation, penalty) = (reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            var (status, iterations, gap) = ((LinearFitStatus)reader.ReadInt32(), reader.ReadInt32(), reader.ReadDouble());
            var (error, standardError, trials) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadInt32());
            var slopes = ReadAll(reader, features);
            fits[h] = new LinearFit(horizon, slopes, centre, deviation, penalty, status, iterations, gap, error, standardError, trials);
        }

        RidgePosterior? posterior = null;
        if (reader.ReadBoolean())
        {
            var rows = reader.ReadDouble();
            posterior = new RidgePosterior(ReadAll(reader, checked(features * features)), scales, rows, [.. fits.Select(fit => fit.Penalty)]);
        }

        return new FittedLinear(id, names, means, scales, missing, fits, posterior);
    }

    private static void WriteAll(BinaryWriter writer, IReadOnlyList<double> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            writer.Write(values[i]);
        }
    }

    private static double[] ReadAll(BinaryReader reader, int count)
    {
        CheckRoom(reader, (long)count * sizeof(double));
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = reader.ReadDouble();
        }

        return values;
    }

    private static int ReadCount(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        CheckRoom(reader, count);
        return count;
    }

    private static void CheckRoom(BinaryReader reader, long bytes)
    {
        if (bytes < 0 || bytes > reader.BaseStream.Length - reader.BaseStream.Position)
        {
            throw new FormatException("More is claimed than is there.");
        }
    }

    private static ModelException Damaged(string id, string why, Exception? inner = null) =>
        new($"The file does not hold a sound {id} model: {why}.", "Train the model again, or take it from a backup.", inner);
}
