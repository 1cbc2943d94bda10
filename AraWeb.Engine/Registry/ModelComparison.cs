namespace AraWeb.Engine.Registry;

/// <summary>What differs between two versions of a model.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Metrics">Their figures side by side, by name and horizon.</param>
/// <param name="FeaturesAdded">Features that only the second has.</param>
/// <param name="FeaturesRemoved">Features that only the first has.</param>
/// <param name="SettingsChanged">Names of settings that differ, in ordinal order.</param>
public sealed record ModelComparison(
    ModelCard First,
    ModelCard Second,
    IReadOnlyList<MetricComparison> Metrics,
    IReadOnlyList<string> FeaturesAdded,
    IReadOnlyList<string> FeaturesRemoved,
    IReadOnlyList<string> SettingsChanged)
{
    /// <summary>Compares.</summary>
    internal static ModelComparison Of(ModelCard first, ModelCard second)
    {
        ModelMetric? Find(ModelCard card, string name, int horizon) =>
            card.Model.Metrics.FirstOrDefault(metric => metric.Name == name && metric.Horizon == horizon);
        var metrics = first.Model.Metrics.Concat(second.Model.Metrics)
            .Select(metric => (metric.Name, metric.Horizon)).Distinct()
            .OrderBy(key => key.Name, StringComparer.Ordinal).ThenBy(key => key.Horizon)
            .Select(key => new MetricComparison(key.Name, key.Horizon, Find(first, key.Name, key.Horizon), Find(second, key.Name, key.Horizon)));
        var (one, other) = (first.Model, second.Model);
        return new ModelComparison(
            first,
            second,
            [.. metrics],
            [.. other.FeatureNames.Except(one.FeatureNames, StringComparer.Ordinal)],
            [.. one.FeatureNames.Except(other.FeatureNames, StringComparer.Ordinal)],
            [.. one.Settings.Keys.Union(other.Settings.Keys, StringComparer.Ordinal)
                .Where(name => one.Settings.GetValueOrDefault(name) != other.Settings.GetValueOrDefault(name)).Order(StringComparer.Ordinal)]);
    }
}
