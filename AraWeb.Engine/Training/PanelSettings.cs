namespace AraWeb.Engine.Training;

/// <summary>What a panel holds.</summary>
/// <param name="Horizons">[H] bars ahead, ascending.</param>
/// <param name="WarmUp">Bars of each series that give no row: features and volatility learn on them.</param>
public sealed record PanelSettings(IReadOnlyList<int> Horizons, int WarmUp)
{
    /// <summary>A day, a week and a month of daily bars, after the longest look-back and two years for volatility.</summary>
    public static PanelSettings Default { get; } = new([1, 5, 20], 500);

    /// <summary>Threads that may build the panel, and learn from it, at once. What is learned does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
