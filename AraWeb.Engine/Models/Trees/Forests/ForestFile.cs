using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>The content of a forest's file; numbers are written bit by bit.</summary>
internal static class ForestFile
{
    /// <summary>Writes a forest.</summary>
    public static void Write(Stream stream, string id, IReadOnlyList<int> horizons, Forest forest) => ModelSeal.Write(stream, id, writer =>
    {
        ModelSeal.WriteAll(writer, [.. horizons]);
        writer.Write(forest.FeatureCount);
        writer.Write(forest.Trees.Length);
        foreach (var tree in forest.Trees)
        {
            TreeFile.WriteTree(writer, tree.Shape);
            ModelSeal.WriteAll(writer, tree.Means);
            ModelSeal.WriteAll(writer, tree.Rises);
            writer.Write(tree.Kept is not null);
            if (tree.Kept is { } kept)
            {
                ModelSeal.WriteAll(writer, kept.Starts);
                ModelSeal.WriteAll(writer, kept.Weights);
                ModelSeal.WriteAll(writer, kept.Targets);
            }
        }
    });

    /// <summary>Reads a forest.</summary>
    /// <exception cref="ModelException">It is another model's, or damaged.</exception>
    public static (int[] Horizons, Forest Forest) Read(Stream stream, string id) => ModelSeal.Read(stream, id, reader =>
    {
        var horizons = ModelSeal.ReadWholes(reader);
        var features = reader.ReadInt32();
        var trees = new ForestTree[ModelSeal.ReadCount(reader, sizeof(int))];
        for (var i = 0; i < trees.Length; i++)
        {
            trees[i] = ReadForestTree(reader, features, horizons.Length);
        }

        var whole = trees.Length > 0 && trees.All(tree => tree.Kept is null == trees[0].Kept is null);
        return whole ? (horizons, new Forest(features, horizons.Length, trees)) : throw new FormatException("The trees do not belong together.");
    });

    private static ForestTree ReadForestTree(BinaryReader reader, int features, int outputs)
    {
        var shape = TreeFile.ReadTree(reader, features);
        var (means, rises) = (ModelSeal.ReadNumbers(reader), ModelSeal.ReadNumbers(reader));
        var kept = reader.ReadBoolean() ? new LeafTargets(ModelSeal.ReadWholes(reader), ModelSeal.ReadNumbers(reader), ModelSeal.ReadNumbers(reader)) : null;
        if (means.Length != shape.Count * outputs || rises.Length != means.Length || (kept is not null && !Fits(kept, shape.Count, outputs)))
        {
            throw new FormatException("A tree's lists differ in length.");
        }

        return new ForestTree(shape, means, rises, kept);
    }

    private static bool Fits(LeafTargets kept, int nodes, int outputs)
    {
        var starts = kept.Starts;
        if (starts.Length != nodes + 1 || starts[0] != 0 || starts[^1] != kept.Weights.Length || kept.Targets.Length != kept.Weights.Length * outputs)
        {
            return false;
        }

        for (var node = 0; node < nodes; node++)
        {
            if (starts[node + 1] < starts[node])
            {
                return false;
            }
        }

        return true;
    }
}
