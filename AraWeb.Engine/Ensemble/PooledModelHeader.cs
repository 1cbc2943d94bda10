using System.Text.Json;
using System.Text.Json.Serialization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Ensemble;

/// <summary>What a pooled model's file says before its members: everything that is not a learned model.</summary>
internal sealed record PooledModelHeader(
    string? FeatureSet, string[]? FeatureNames, int[]? Horizons, string[]? Members, double[][]? Weights, double[][][]? StateWeights,
    SpreadWeighing?[]? Spreads, double? NoveltyThreshold, RegimeGuide[]? Guides, double[]? ImportanceConsistency, DateTimeOffset TrainedThrough)
{
    private const int MostMembers = 64;
    private static readonly int States = Enum.GetValues<RegimeType>().Length;

    /// <summary>Figures may be unknown.</summary>
    public static JsonSerializerOptions Json { get; } = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Whether every list has the length that the others ask for.</summary>
    [JsonIgnore]
    public bool FitsTogether => FeatureSet is not null && FeatureNames is not null && Horizons is not null && Members is { Length: > 0 and <= MostMembers }
        && Weights?.Length == Horizons.Length && Weights.All(FitMembers)
        && StateWeights?.Length == Horizons.Length && StateWeights.All(states => states?.Length == States && states.All(FitMembers))
        && Spreads?.Length == Horizons.Length && Spreads.All(one => one is null || (FitMembers(one.Usual) && one.Strength is >= 0 and <= 1))
        && NoveltyThreshold is null or (>= 0 and <= 1)
        && Guides is not null && (Guides.Length == 0 || (Guides.Length == States && Guides.All(Fits)))
        && ImportanceConsistency is not null && (ImportanceConsistency.Length == 0 || ImportanceConsistency.Length == Horizons.Length);

    /// <summary>The header of a model.</summary>
    public static PooledModelHeader Of(PooledModel model) => new(
        model.FeatureSet, [.. model.FeatureNames], [.. model.Horizons], [.. model.Members.Select(member => member.Id)],
        [.. model.Weights.Select(weights => weights.All.ToArray())],
        [.. model.Weights.Select(weights => weights.ByRegime.Select(state => state.ToArray()).ToArray())],
        [.. model.Weights.Select(weights => weights.Spreads)],
        model.Detector?.Threshold, [.. model.Guides], [.. model.ImportanceConsistency], model.TrainedThrough);

    /// <summary>The model of a header that fits together, with its members.</summary>
    public PooledModel ToModel(IReadOnlyList<IFittedForecaster> members, NoveltyDetector? detector)
    {
        PoolWeights[] weights = [.. Weights!.Select((all, h) => new PoolWeights(all, StateWeights![h]) { Spreads = Spreads![h] })];
        return new PooledModel(FeatureSet!, FeatureNames!, Horizons!, members, weights, TrainedThrough)
        {
            Detector = detector,
            Guides = Guides!,
            ImportanceConsistency = ImportanceConsistency!,
        };
    }

    private bool FitMembers(IReadOnlyCollection<double>? weights) => weights?.Count == Members!.Length;

    private bool Fits(RegimeGuide? guide) => guide?.Evidence?.Count == Horizons!.Length && guide.Evidence.All(one => one is not null)
        && guide.Importance is not null
        && (guide.Importance.Count == 0
            || (guide.Importance.Count == Horizons.Length && guide.Importance.All(shares => shares?.Count == FeatureNames!.Length)));
}
