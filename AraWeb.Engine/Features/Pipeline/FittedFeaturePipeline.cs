namespace AraWeb.Engine.Features.Pipeline;

/// <summary>What a pipeline learned from one training window. Applies it to any rows; learns no more.</summary>
public sealed class FittedFeaturePipeline
{
    private const string MissingShare = "missing-share";
    private readonly PipelineSettings _settings;

    internal FittedFeaturePipeline(IReadOnlyList<FittedFeature> features, IReadOnlyList<FeatureImportance> importance, PipelineSettings settings) =>
        (Features, Importance, _settings) = (features, importance, settings);

    /// <summary>The columns that were kept, the strongest first.</summary>
    public IReadOnlyList<FittedFeature> Features { get; }

    /// <summary>What every usable column says of the target in the training window, the strongest first.</summary>
    public IReadOnlyList<FeatureImportance> Importance { get; }

    /// <summary>
    /// The kept columns, scaled and without gaps, and at the end the share of them that was unknown at each row (above 0.2 a forecast should be held back).
    /// </summary>
    /// <param name="frame">A frame of the same pipeline.</param>
    public FeatureFrame Transform(FeatureFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var missing = new double[frame.Rows];
        foreach (var feature in Features)
        {
            var values = frame[feature.Column];
            for (var row = 0; row < missing.Length; row++)
            {
                missing[row] += double.IsNaN(values[row]) ? 1.0 / Features.Count : 0;
            }
        }

        return new FeatureFrame(frame.Symbol, frame.Rows,
        [
            .. Features.Select(feature => new FeatureValues(feature.Importance.Name, feature.Scale(frame[feature.Column], _settings.ClipAt))),
            new FeatureValues(MissingShare, missing),
        ]);
    }
}
