using AraWeb.Engine.Registry;

namespace AraWeb.Api.Contracts;

/// <summary>A version of a model: its card and stage, or why it was refused.</summary>
/// <param name="Id">The model.</param>
/// <param name="Version">Its version.</param>
/// <param name="Stage">Where it stands; null where that cannot be trusted.</param>
/// <param name="Refusal">Why it was refused; null for a sound version. Without a trusted card all that follows is null.</param>
/// <param name="Message">What was found; null for a sound version.</param>
/// <param name="Family">The forecaster that reads its file.</param>
/// <param name="Format">What its file is.</param>
/// <param name="Created">When it was registered, UTC.</param>
/// <param name="DataFrom">First day learned from.</param>
/// <param name="DataTo">Last day learned from.</param>
/// <param name="DataRows">Rows learned from.</param>
/// <param name="DataHash">SHA-256 of the training data.</param>
/// <param name="Features">Its features in their order.</param>
/// <param name="FeatureHash">SHA-256 of their names.</param>
/// <param name="Horizons">Bars ahead.</param>
/// <param name="Target">What it forecasts.</param>
/// <param name="Metrics">How good it is.</param>
/// <param name="Trials">Configurations tried until it was taken.</param>
/// <param name="Parent">The version it was made from.</param>
/// <param name="Settings">How it was trained.</param>
/// <param name="FileHash">SHA-256 of its file.</param>
/// <param name="FileLength">Bytes of its file.</param>
internal sealed record ModelVersionContract(
    string Id,
    int Version,
    ModelStage? Stage,
    ModelRefusal? Refusal,
    string? Message,
    string? Family,
    string? Format,
    DateTimeOffset? Created,
    DateOnly? DataFrom,
    DateOnly? DataTo,
    int? DataRows,
    string? DataHash,
    IReadOnlyList<string>? Features,
    string? FeatureHash,
    IReadOnlyList<int>? Horizons,
    string? Target,
    IReadOnlyList<ModelMetricContract>? Metrics,
    int? Trials,
    int? Parent,
    IReadOnlyDictionary<string, string>? Settings,
    string? FileHash,
    long? FileLength)
{
    /// <summary>The contract of an entry.</summary>
    public static ModelVersionContract From(RegistryEntry entry) => From(entry.Id, entry.Version, entry.Stage, entry.Card, entry.Refusal);

    /// <summary>The contract of a card.</summary>
    public static ModelVersionContract From(ModelCard card, ModelStage? stage) => From(card.Id, card.Version, stage, card, null);

    private static ModelVersionContract From(string id, int version, ModelStage? stage, ModelCard? card, ModelRefusedException? refusal) => new(
        id,
        version,
        stage,
        refusal?.Refusal,
        refusal?.Message,
        card?.Model.Family,
        card?.Model.Format,
        card?.Created,
        card?.Model.DataFrom,
        card?.Model.DataTo,
        card?.Model.DataRows,
        card?.Model.DataHash,
        card?.Model.FeatureNames,
        card?.FeatureHash,
        card?.Model.Horizons,
        card?.Model.Target,
        card is null ? null : [.. card.Model.Metrics.Select(ModelMetricContract.From)],
        card?.Model.Trials,
        card?.Model.ParentVersion,
        card?.Model.Settings,
        card?.FileHash,
        card?.FileLength);
}
