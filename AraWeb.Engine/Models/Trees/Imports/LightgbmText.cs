using System.Globalization;
using System.Text;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Imports;

/// <summary>
/// Reads models that LightGBM saved as text (<c>save_model</c>, versions v2 to v4) with one output. Leaves out categorical splits, linear leaves and
/// several classes; each is refused by name. A file from outside is input: sizes, counts, cycles and numbers are checked before anything is made of it.
/// </summary>
public static class LightgbmText
{
    // Bits of decision_type, tree.h of LightGBM's sources.
    private const int Categorical = 1;
    private const int DefaultLeft = 2;
    private const int MissingShift = 2;
    private const int MissingNone = 0;
    private const int MissingZero = 1;
    private const int MissingNaN = 2;

    private static readonly Dictionary<string, OutputLink> Links = new(StringComparer.Ordinal)
    {
        ["regression"] = OutputLink.Identity,
        ["regression_l1"] = OutputLink.Identity,
        ["huber"] = OutputLink.Identity,
        ["fair"] = OutputLink.Identity,
        ["quantile"] = OutputLink.Identity,
        ["mape"] = OutputLink.Identity,
        ["lambdarank"] = OutputLink.Identity,
        ["rank_xendcg"] = OutputLink.Identity,
        ["binary"] = OutputLink.Logistic,
        ["cross_entropy"] = OutputLink.Logistic,
        ["poisson"] = OutputLink.Exponential,
        ["gamma"] = OutputLink.Exponential,
        ["tweedie"] = OutputLink.Exponential,
    };

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="featureCount">F, the columns that rows will have.</param>
    /// <exception cref="ModelException">Not such a file, damaged, too large, for other columns, or with what is left out here; says which.</exception>
    public static ImportedTrees Read(Stream stream, int featureCount)
    {
        var text = Encoding.UTF8.GetString(ImportLimits.ReadAll(stream, ImportLimits.Bytes).Span);
        var sections = new LightgbmSections(text);
        var head = sections.Next() is { Name: "tree" } first ? first : throw ImportLimits.Refuse("it does not begin as LightGBM's text does");
        if (head.Words("version") is not ["v2" or "v3" or "v4"])
        {
            throw ImportLimits.Refuse("its version is not v2, v3 or v4");
        }

        var features = head.Whole("max_feature_idx") + 1;
        if (features != featureCount || features is < 1 or > ImportLimits.Features)
        {
            throw ImportLimits.Refuse($"it was trained on {features} columns and is to be used on {featureCount}");
        }

        if (head.Whole("num_class") > 1 || head.Whole("num_tree_per_iteration") > 1)
        {
            throw ImportLimits.Refuse("it has more than one output");
        }

        var names = head.Words("feature_names");
        if (names.Length != features)
        {
            throw ImportLimits.Refuse($"it names {names.Length} of {features} columns");
        }

        var words = head.Words("objective");
        var objective = words.Length == 0 ? string.Empty : words[0];
        if (!Links.TryGetValue(objective, out var link) || words.Contains("sqrt"))
        {
            throw ImportLimits.Refuse($"the link of its objective '{string.Join(' ', words)}' is not known here");
        }

        var foreign = new List<ForeignTree>();
        while (sections.Next() is { } section && section.Name != "end of trees")
        {
            foreign.Add(Foreign(section));
            if (foreign.Count > ImportLimits.Trees)
            {
                throw ImportLimits.Refuse($"it holds more than {ImportLimits.Trees} trees");
            }
        }

        var sizes = head.Words("tree_sizes");
        if (!sections.Ended || sizes.Length != foreign.Count)
        {
            throw ImportLimits.Refuse($"it holds {foreign.Count} of {sizes.Length} trees: the file is cut off");
        }

        // Averaged for random forests; a logistic model's sum counts in units of its sigmoid.
        var scale = (head.Has("average_output") ? 1.0 / Math.Max(1, foreign.Count) : 1) * Sigmoid(objective, words);
        var trees = new List<DecisionTree>(foreign.Count);
        var left = ImportLimits.Nodes;
        foreach (var tree in foreign)
        {
            trees.Add(tree.ToTree(features, scale, left));
            left -= trees[^1].Count;
        }

        return new ImportedTrees(new TreeEnsemble(features, 0, trees), link, objective, InSingle: false, names);
    }

    private static ForeignTree Foreign(LightgbmSection section)
    {
        var leaves = section.Whole("num_leaves");
        if (leaves < 1 || leaves > ImportLimits.Nodes)
        {
            throw ImportLimits.Refuse($"{section.Name} has {leaves} leaves");
        }

        if (section.Whole("num_cat") > 0 || (section.Has("is_linear") && section.Whole("is_linear") != 0))
        {
            throw ImportLimits.Refuse($"{section.Name} has categorical splits or linear leaves");
        }

        var inner = leaves - 1;
        var thresholds = section.Numbers("threshold", inner);
        var decisions = section.Wholes("decision_type", inner);
        var (missingLeft, zeroIsMissing) = (new bool[inner + leaves], new bool[inner + leaves]);
        for (var node = 0; node < inner; node++)
        {
            var missing = decisions[node] >> MissingShift;
            if ((decisions[node] & Categorical) != 0 || missing is not (MissingNone or MissingZero or MissingNaN))
            {
                throw ImportLimits.Refuse($"node {node} of {section.Name} has decision type {decisions[node]}: a categorical split, or none that is known");
            }

            zeroIsMissing[node] = missing == MissingZero;
            missingLeft[node] = missing == MissingNone ? 0 <= thresholds[node] : (decisions[node] & DefaultLeft) != 0;

            // LightGBM sends equal values left, we send them right.
            thresholds[node] = Math.BitIncrement(thresholds[node]);
        }

        return new ForeignTree
        {
            Name = section.Name,
            Feature = [.. section.Wholes("split_feature", inner), .. new int[leaves]],
            Threshold = [.. thresholds, .. new double[leaves]],
            Left = Children(section, "left_child", inner, leaves),
            Right = Children(section, "right_child", inner, leaves),
            MissingLeft = missingLeft,
            ZeroIsMissing = zeroIsMissing,
            Value = [.. new double[inner], .. section.Numbers("leaf_value", leaves)],
            Cover = [.. section.Numbers("internal_count", inner), .. leaves == 1 ? [1] : section.Numbers("leaf_count", leaves)],
        };
    }

    // The file counts leaves from -1 downwards; here they follow the inner nodes. A leaf's own children are none.
    private static int[] Children(LightgbmSection section, string key, int inner, int leaves)
    {
        var children = new int[inner + leaves];
        Array.Fill(children, -1);
        var given = section.Wholes(key, inner);
        for (var node = 0; node < inner; node++)
        {
            // A child of an impossible number becomes one past the end, which the tree's own check names.
            children[node] = given[node] >= inner ? inner + leaves : given[node] >= 0 ? given[node] : inner + Math.Min(~given[node], leaves);
        }

        return children;
    }

    private static double Sigmoid(string objective, string[] words)
    {
        var word = Array.Find(words, word => word.StartsWith("sigmoid:", StringComparison.Ordinal));
        if (objective != "binary" || word is null)
        {
            return 1;
        }

        return double.TryParse(word.AsSpan("sigmoid:".Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var sigmoid) && sigmoid > 0
            && double.IsFinite(sigmoid) ? sigmoid : throw ImportLimits.Refuse($"its objective is '{string.Join(' ', words)}'");
    }
}
