using System.Globalization;
using System.Text.Json;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Imports;

/// <summary>
/// Reads models that XGBoost saved as JSON (<c>save_model("model.json")</c>, written for 1.7): gbtree and dart with one output. Leaves out UBJSON,
/// categorical splits, several classes or targets, gblinear and objectives whose link it does not know; each is refused by name. A file from outside is
/// input: sizes, counts, cycles and numbers are checked before anything is made of it.
/// </summary>
public static class XgboostJson
{
    private const int JsonDepth = 32;

    private static readonly Dictionary<string, OutputLink> Links = new(StringComparer.Ordinal)
    {
        ["reg:squarederror"] = OutputLink.Identity,
        ["reg:linear"] = OutputLink.Identity,
        ["reg:pseudohubererror"] = OutputLink.Identity,
        ["reg:absoluteerror"] = OutputLink.Identity,
        ["reg:quantileerror"] = OutputLink.Identity,
        ["reg:squaredlogerror"] = OutputLink.Identity,
        ["rank:pairwise"] = OutputLink.Identity,
        ["rank:ndcg"] = OutputLink.Identity,
        ["rank:map"] = OutputLink.Identity,
        ["binary:logistic"] = OutputLink.Logistic,
        ["reg:logistic"] = OutputLink.Logistic,
        ["count:poisson"] = OutputLink.Exponential,
        ["reg:gamma"] = OutputLink.Exponential,
        ["reg:tweedie"] = OutputLink.Exponential,
    };

    /// <summary>Reads a model.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="featureCount">F, the columns that rows will have.</param>
    /// <exception cref="ModelException">Not such a file, damaged, too large, for other columns, or with what is left out here; says which.</exception>
    public static ImportedTrees Read(Stream stream, int featureCount)
    {
        var bytes = ImportLimits.ReadAll(stream, ImportLimits.Bytes);
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = JsonDepth, AllowDuplicateProperties = false });
            return Read(Member(document.RootElement, "learner"), featureCount);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw ImportLimits.Refuse("it is not XGBoost's JSON", error);
        }
    }

    private static ImportedTrees Read(JsonElement learner, int featureCount)
    {
        var shape = Member(learner, "learner_model_param");
        var features = Whole(shape, "num_feature");
        if (features != featureCount || features is < 1 or > ImportLimits.Features)
        {
            throw ImportLimits.Refuse($"it was trained on {features} columns and is to be used on {featureCount}");
        }

        if (Whole(shape, "num_class") > 1 || (shape.TryGetProperty("num_target", out _) && Whole(shape, "num_target") > 1))
        {
            throw ImportLimits.Refuse("it has more than one output");
        }

        var objective = Text(Member(learner, "objective"), "name");
        if (!Links.TryGetValue(objective, out var link))
        {
            throw ImportLimits.Refuse($"the link of its objective '{objective}' is not known here");
        }

        var named = learner.TryGetProperty("feature_names", out var list);
        string[] names = named ? [.. list.EnumerateArray().Select(name => name.GetString() ?? string.Empty)] : [];
        if (names.Length != 0 && names.Length != features)
        {
            throw ImportLimits.Refuse($"it names {names.Length} of {features} columns");
        }

        var trees = Trees(Member(learner, "gradient_booster"), features);
        var start = Margin(Text(shape, "base_score"), objective, link);
        return new ImportedTrees(new TreeEnsemble(features, start, trees), link, objective, InSingle: true, names);
    }

    private static List<DecisionTree> Trees(JsonElement booster, int features)
    {
        var kind = Text(booster, "name");
        var weights = kind == "dart" ? Floats(booster, "weight_drop") : null;
        var model = kind switch
        {
            "gbtree" => Member(booster, "model"),
            "dart" => Member(Member(booster, "gbtree"), "model"),
            _ => throw ImportLimits.Refuse($"its booster is '{kind}', not gbtree or dart"),
        };
        var listed = Member(model, "trees");
        var count = listed.GetArrayLength();
        if (count > ImportLimits.Trees || (weights is not null && weights.Length != count))
        {
            throw ImportLimits.Refuse($"it holds {count} trees (at most {ImportLimits.Trees}), or not one weight for each");
        }

        var trees = new List<DecisionTree>(count);
        var left = ImportLimits.Nodes;
        foreach (var tree in listed.EnumerateArray())
        {
            var name = $"tree {trees.Count}";
            var weight = weights is null ? 1 : weights[trees.Count];
            if (!double.IsFinite(weight))
            {
                throw ImportLimits.Refuse($"{name} weighs {weight}");
            }

            trees.Add(Foreign(tree, name).ToTree(features, weight, left));
            left -= trees[^1].Count;
        }

        return trees;
    }

    private static ForeignTree Foreign(JsonElement tree, string name)
    {
        if (tree.TryGetProperty("split_type", out var types) && types.EnumerateArray().Any(type => type.GetInt32() != 0))
        {
            throw ImportLimits.Refuse($"{name} has a categorical split");
        }

        // Conditions are thresholds at inner nodes and what leaves add at leaves.
        var conditions = Floats(tree, "split_conditions");
        return new ForeignTree
        {
            Name = name,
            Feature = [.. Member(tree, "split_indices").EnumerateArray().Select(item => item.GetInt32())],
            Threshold = conditions,
            Left = [.. Member(tree, "left_children").EnumerateArray().Select(item => item.GetInt32())],
            Right = [.. Member(tree, "right_children").EnumerateArray().Select(item => item.GetInt32())],
            MissingLeft = [.. Member(tree, "default_left").EnumerateArray().Select(IsSet)],
            ZeroIsMissing = new bool[conditions.Length],
            Value = conditions,
            Cover = Floats(tree, "sum_hessian"),
        };
    }

    // The file gives the start as a prediction; XGBoost takes it back before the link in float32. Since version 3 it may stand in brackets.
    private static double Margin(string text, string objective, OutputLink link)
    {
        if (!float.TryParse(text.AsSpan().Trim("[]"), NumberStyles.Float, CultureInfo.InvariantCulture, out var score))
        {
            throw ImportLimits.Refuse($"its base score is '{text}'");
        }

        var margin = link == OutputLink.Logistic ? -MathF.Log((1 / score) - 1)
            : link == OutputLink.Exponential ? MathF.Log(score)
            : score;
        return float.IsFinite(margin) ? margin : throw ImportLimits.Refuse($"its base score is {text} with objective '{objective}'");
    }

    // A number in files of version 1, true or false in some later ones.
    private static bool IsSet(JsonElement item) => item.ValueKind == JsonValueKind.Number ? item.GetInt32() != 0 : item.GetBoolean();

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member)
            ? member
            : throw ImportLimits.Refuse($"it has no '{name}' where XGBoost's JSON has one");

    private static string Text(JsonElement parent, string name) => Member(parent, name).GetString() ?? throw ImportLimits.Refuse($"its '{name}' is empty");

    private static int Whole(JsonElement parent, string name) => int.Parse(Text(parent, name), NumberStyles.Integer, CultureInfo.InvariantCulture);

    // XGBoost's numbers are float32, written with as many digits as tell them apart.
    private static double[] Floats(JsonElement parent, string name) => [.. Member(parent, name).EnumerateArray().Select(item => (double)item.GetSingle())];
}
