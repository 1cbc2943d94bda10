namespace AraWeb.Engine.Registry;

/// <summary>What is said of a model when it is registered; the registry adds version, time and hashes and makes a <see cref="ModelCard"/> of it.</summary>
/// <param name="Id">The name that its versions share: lower-case letters, digits, <c>_</c> and <c>-</c>, at most 64.</param>
/// <param name="Family">Id of the forecaster that reads the file, for example <c>ridge</c>.</param>
/// <param name="Format">What the file is: <c>ara</c> for the forecaster's own, <c>onnx</c>.</param>
/// <param name="DataFrom">First day learned from.</param>
/// <param name="DataTo">Last day learned from.</param>
/// <param name="DataRows">Rows learned from.</param>
/// <param name="DataHash">SHA-256 of the training data, lower-case hexadecimal.</param>
/// <param name="FeatureNames">The features in their order.</param>
/// <param name="Horizons">Bars ahead.</param>
/// <param name="Target">What is forecast, in words.</param>
/// <param name="Metrics">How good it is.</param>
/// <param name="Trials">Configurations tried until this one was taken.</param>
/// <param name="ParentVersion">The version it was made from; null for none.</param>
/// <param name="Settings">How it was trained.</param>
public sealed record ModelDraft(
    string Id,
    string Family,
    string Format,
    DateOnly DataFrom,
    DateOnly DataTo,
    int DataRows,
    string DataHash,
    IReadOnlyList<string> FeatureNames,
    IReadOnlyList<int> Horizons,
    string Target,
    IReadOnlyList<ModelMetric> Metrics,
    int Trials,
    int? ParentVersion,
    IReadOnlyDictionary<string, string> Settings);
