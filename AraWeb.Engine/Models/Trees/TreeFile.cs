using System.Security.Cryptography;
using System.Text;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees;

/// <summary>
/// The file of a tree model: a mark, the model's id, its horizons, one ensemble for each, and a SHA-256 of all that. Numbers are written bit by bit. The
/// sum finds damage; who wrote the file is the business of the registry's signature.
/// </summary>
internal static class TreeFile
{
    private const string Mark = "ara-trees-1";

    /// <summary>Writes a model.</summary>
    public static void Write(Stream stream, string id, IReadOnlyList<int> horizons, IReadOnlyList<TreeEnsemble> ensembles)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            writer.Write(id);
            writer.Write(horizons.Count);
            for (var i = 0; i < horizons.Count; i++)
            {
                writer.Write(horizons[i]);
                Write(writer, ensembles[i]);
            }
        }

        var content = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        stream.Write(content);
        stream.Write(SHA256.HashData(content));
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelException">The file is not one of this model, or is damaged.</exception>
    public static (int[] Horizons, TreeEnsemble[] Ensembles) Read(Stream stream, string id)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var all = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        var size = all.Length - SHA256.HashSizeInBytes;
        if (size <= 0 || !SHA256.HashData(all[..size]).AsSpan().SequenceEqual(all[size..]))
        {
            throw new ModelException(
                $"The file is not a {id} model or is damaged: its check sum does not fit.", "Restore the file or train the model again.");
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(buffer.GetBuffer(), 0, size), Encoding.UTF8);
            var (mark, wroteId) = (reader.ReadString(), reader.ReadString());
            if (!string.Equals(mark, Mark, StringComparison.Ordinal) || !string.Equals(wroteId, id, StringComparison.Ordinal))
            {
                throw new ModelException($"The file holds '{wroteId}' in the format '{mark}', not a {id} model.", "Load it with the model that wrote it.");
            }

            var horizons = new int[reader.ReadInt32()];
            var ensembles = new TreeEnsemble[horizons.Length];
            for (var i = 0; i < horizons.Length; i++)
            {
                horizons[i] = reader.ReadInt32();
                ensembles[i] = ReadEnsemble(reader);
            }

            return (horizons, ensembles);
        }
        catch (Exception error) when (error is IOException or ArgumentException or FormatException or OverflowException)
        {
            throw new ModelException($"The file does not hold a {id} model.", "Train the model again.", error);
        }
    }

    private static void Write(BinaryWriter writer, TreeEnsemble ensemble)
    {
        writer.Write(ensemble.FeatureCount);
        writer.Write(ensemble.Base);
        writer.Write(ensemble.Trees.Count);
        foreach (var tree in ensemble.Trees)
        {
            writer.Write(tree.Count);
            for (var node = 0; node < tree.Count; node++)
            {
                writer.Write(tree.Feature[node]);
                writer.Write(tree.Threshold[node]);
                writer.Write(tree.Left[node]);
                writer.Write(tree.Right[node]);
                writer.Write(tree.MissingLeft[node]);
                writer.Write(tree.Value[node]);
                writer.Write(tree.Cover[node]);
            }
        }
    }

    private static TreeEnsemble ReadEnsemble(BinaryReader reader)
    {
        var (featureCount, start) = (reader.ReadInt32(), reader.ReadDouble());
        var trees = new DecisionTree[reader.ReadInt32()];
        for (var i = 0; i < trees.Length; i++)
        {
            trees[i] = ReadTree(reader);
        }

        return new TreeEnsemble(featureCount, start, trees);
    }

    private static DecisionTree ReadTree(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var (feature, left, right) = (new int[count], new int[count], new int[count]);
        var (threshold, value, cover) = (new double[count], new double[count], new double[count]);
        var missingLeft = new bool[count];
        for (var node = 0; node < count; node++)
        {
            feature[node] = reader.ReadInt32();
            threshold[node] = reader.ReadDouble();
            left[node] = reader.ReadInt32();
            right[node] = reader.ReadInt32();
            missingLeft[node] = reader.ReadBoolean();
            value[node] = reader.ReadDouble();
            cover[node] = reader.ReadDouble();
        }

        return new DecisionTree(feature, threshold, left, right, missingLeft, value, cover);
    }
}
