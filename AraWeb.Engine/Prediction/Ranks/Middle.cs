namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>The median of some numbers.</summary>
internal static class Middle
{
    /// <summary>Mean of the two middle values where their number is even; NaN for none.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : 0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]);
    }
}
