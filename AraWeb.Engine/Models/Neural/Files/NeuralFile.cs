using System.Text.Json;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Neural.Networks;
using AraWeb.Engine.Models.Neural.Training;

namespace AraWeb.Engine.Models.Neural.Files;

/// <summary>The file of networks that have learned: safetensors, with the features, horizons and shares in its notes.</summary>
internal static class NeuralFile
{
    private const string Version = "1";

    /// <summary>Networks far larger than ours are no file of ours.</summary>
    private const int MostLength = 4096;

    /// <summary>Makes a network by its name.</summary>
    /// <exception cref="ModelException">No network has the name.</exception>
    public static INetwork Make(string architecture, NetworkLengths lengths) => architecture switch
    {
        "transformer" => new FinancialTransformer(lengths),
        "cnn_lstm" => new ConvolutionLstm(lengths),
        "gru" => new GatedRecurrent(lengths),
        _ => throw new ModelException($"No network is called '{architecture}'.", "Known are transformer, cnn_lstm and gru."),
    };

    /// <summary>Writes.</summary>
    public static void Write(FittedNeural model, Stream stream)
    {
        var lengths = model.Network.Lengths;
        var notes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ara_networks"] = Version,
            ["id"] = model.Id,
            ["architecture"] = model.Network.Architecture,
            ["members"] = $"{model.Members.Count}",
            ["steps"] = $"{lengths.Steps}",
            ["features"] = JsonSerializer.Serialize(model.FeatureNames),
            ["horizons"] = JsonSerializer.Serialize(model.Horizons),
            ["levels"] = JsonSerializer.Serialize(lengths.Levels),
            ["shares"] = JsonSerializer.Serialize(model.Shares),
        };
        SafetensorsFile.Write(
            stream,
            [.. model.Members.SelectMany((member, i) => WeightsFile.Tensors(model.Network.Parameters, member.Weights.Values.ToArray(), $"{i}."))],
            notes);
    }

    /// <summary>Reads.</summary>
    /// <param name="id">The model it has to be.</param>
    /// <param name="stream">Its file.</param>
    /// <exception cref="ModelException">Another kind of file, another model or version, cut off, or changed.</exception>
    public static FittedNeural Read(string id, Stream stream)
    {
        var content = SafetensorsFile.Read(stream);
        var notes = content.Notes;
        if (notes.GetValueOrDefault("ara_networks") != Version || notes.GetValueOrDefault("id") != id)
        {
            throw new ModelException(
                $"The file holds a {notes.GetValueOrDefault("id") ?? "foreign"} model, not {id} of version {Version}.",
                "Train the model again, or take it from a backup.");
        }

        try
        {
            var features = JsonSerializer.Deserialize<string[]>(notes["features"])!;
            var horizons = JsonSerializer.Deserialize<int[]>(notes["horizons"])!;
            var levels = JsonSerializer.Deserialize<double[]>(notes["levels"])!;
            var shares = JsonSerializer.Deserialize<double[]>(notes["shares"])!;
            var (steps, members) = (int.Parse(notes["steps"]), int.Parse(notes["members"]));
            if (features.Length is 0 or > MostLength || steps is < 1 or > MostLength || members < 1 || levels.Length < 2 || shares.Length != horizons.Length)
            {
                throw new FormatException("Lengths do not fit.");
            }

            var network = Make(notes["architecture"], new NetworkLengths(features.Length, steps, horizons.Length, levels));
            var read = new List<NeuralMember>();
            for (var i = 0; i < members; i++)
            {
                var weights = new NetworkWeights(network.Parameters);
                WeightsFile.Read(content, network.Parameters, $"{i}.", weights.Values, network.Architecture);
                read.Add(new NeuralMember(weights, [], LearningEnd.Done));
            }

            return new FittedNeural(id, features, horizons, network, read, shares);
        }
        catch (Exception error) when (error is FormatException or KeyNotFoundException or JsonException or OverflowException or ArgumentException)
        {
            throw new ModelException(
                $"The notes of the {id} file do not fit each other: {error.Message}", "Train the model again, or take it from a backup.", error);
        }
    }
}
