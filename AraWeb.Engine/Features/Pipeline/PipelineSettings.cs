namespace AraWeb.Engine.Features.Pipeline;

/// <summary>How a pipeline chooses and scales columns.</summary>
/// <param name="Keep">Columns kept at most.</param>
/// <param name="MaximumMissing">Largest share of unknown values in the training window, 0 to 1.</param>
/// <param name="MaximumCorrelation">A column that correlates more than this with a stronger one is left out.</param>
/// <param name="ClipAt">Scaled values are held within plus and minus this.</param>
/// <param name="MinimumRows">Rows with a known target that are needed.</param>
public sealed record PipelineSettings(int Keep = 64, double MaximumMissing = 0.2, double MaximumCorrelation = 0.98, double ClipAt = 5, int MinimumRows = 100);
