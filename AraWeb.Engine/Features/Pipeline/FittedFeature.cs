namespace AraWeb.Engine.Features.Pipeline;

/// <summary>A column that a pipeline kept, and what it learned of it.</summary>
/// <param name="Column">Its place in the frame.</param>
/// <param name="Centre">Median of the training window.</param>
/// <param name="Spread">Interquartile range of the training window as a standard deviation of a normal distribution.</param>
/// <param name="Importance">What it says of the target.</param>
public sealed record FittedFeature(int Column, double Centre, double Spread, FeatureImportance Importance)
{
    /// <summary>[values] in spreads from the centre, clipped; unknown values become 0, the centre.</summary>
    internal double[] Scale(ReadOnlySpan<double> values, double clipAt)
    {
        var scaled = new double[values.Length];
        for (var i = 0; i < scaled.Length; i++)
        {
            scaled[i] = double.IsNaN(values[i]) ? 0 : Math.Clamp((values[i] - Centre) / Spread, -clipAt, clipAt);
        }

        return scaled;
    }
}
