using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees;

/// <summary>The content of the file of a boosted model, one ensemble for each horizon, and of single trees; numbers are written bit by bit.</summary>
internal static class TreeFile
{
    /// <summary>Writes a model.</summary>
    public static void Write(Stream stream, string id, IReadOnlyList<int> horizons, IReadOnlyList<TreeEnsemble> ensembles) =>
        ModelSeal.Write(stream, id, writer =>
        {
            ModelSeal.WriteAll(writer, [.. horizons]);
            foreach (var ensemble in ensembles)
            {
                writer.Write(ensemble.FeatureCount);
                writer.Write(ensemble.Base);
                writer.Write(ensemble.Trees.Count);
                foreach (var tree in ensemble.Trees)
                {
                    WriteTree(writer, tree);
                }
            }
        });

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelException">The file is not one of this model, or is damaged.</exception>
    public static (int[] Horizons, TreeEnsemble[] Ensembles) Read(Stream stream, string id) => ModelSeal.Read(stream, id, reader =>
    {
        var horizons = ModelSeal.ReadWholes(reader);
        var ensembles = new TreeEnsemble[horizons.Length];
        for (var i = 0; i < ensembles.Length; i++)
        {
            var (features, start) = (reader.ReadInt32(), reader.ReadDouble());
            var trees = new DecisionTree[ModelSeal.ReadCount(reader, sizeof(int))];
            for (var t = 0; t < trees.Length; t++)
            {
                trees[t] = ReadTree(reader, features);
            }

            ensembles[i] = new TreeEnsemble(features, start, trees);
        }

        return (horizons, ensembles);
    });

    /// <summary>Writes a tree.</summary>
    public static void WriteTree(BinaryWriter writer, DecisionTree tree)
    {
        ModelSeal.WriteAll(writer, tree.Feature);
        ModelSeal.WriteAll(writer, tree.Threshold);
        ModelSeal.WriteAll(writer, tree.Left);
        ModelSeal.WriteAll(writer, tree.Right);
        foreach (var left in tree.MissingLeft)
        {
            writer.Write(left);
        }

        ModelSeal.WriteAll(writer, tree.Value);
        ModelSeal.WriteAll(writer, tree.Cover);
    }

    /// <summary>Reads a tree and checks that it asks for columns that are there.</summary>
    /// <exception cref="FormatException">It does not.</exception>
    public static DecisionTree ReadTree(BinaryReader reader, int features)
    {
        var feature = ModelSeal.ReadWholes(reader);
        var (threshold, left, right) = (ModelSeal.ReadNumbers(reader), ModelSeal.ReadWholes(reader), ModelSeal.ReadWholes(reader));
        var missingLeft = new bool[feature.Length];
        for (var node = 0; node < missingLeft.Length; node++)
        {
            missingLeft[node] = reader.ReadBoolean();
        }

        if (feature.Any(asked => asked != DecisionTree.Leaf && (asked < 0 || asked >= features)))
        {
            throw new FormatException($"A tree asks for a column beyond {features}.");
        }

        return new DecisionTree(feature, threshold, left, right, missingLeft, ModelSeal.ReadNumbers(reader), ModelSeal.ReadNumbers(reader));
    }
}
