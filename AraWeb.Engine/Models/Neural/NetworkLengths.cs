namespace AraWeb.Engine.Models.Neural;

/// <summary>What a network has to fit.</summary>
/// <param name="Features">Columns of a bar.</param>
/// <param name="Steps">Bars of a window.</param>
/// <param name="Horizons">Horizons forecast.</param>
/// <param name="Levels">Levels of the quantiles, ascending, between 0 and 1.</param>
public sealed record NetworkLengths(int Features, int Steps, int Horizons, IReadOnlyList<double> Levels)
{
    /// <summary>Bars of a window unless said otherwise: a quarter of daily bars.</summary>
    public const int UsualSteps = 60;

    /// <summary>The levels that a forecast is made of.</summary>
    public static IReadOnlyList<double> UsualLevels { get; } = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975];
}
