namespace AraWeb.Engine.Registry;

/// <summary>One figure of two versions; null where a version does not have it.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="First">The first version's.</param>
/// <param name="Second">The second version's.</param>
public sealed record MetricComparison(string Name, int Horizon, ModelMetric? First, ModelMetric? Second)
{
    /// <summary>
    /// True when the two intervals meet, or one is missing: the figures do not tell the versions apart. Cautious, since both were measured on their own rows.
    /// </summary>
    public bool IsOpen => First is null || Second is null || (First.Lower <= Second.Upper && Second.Lower <= First.Upper);
}
