using AraWeb.Engine.Core;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Training;

/// <summary>What a pooled model is trained on, and why.</summary>
/// <param name="Name">Name of the model in the registry.</param>
/// <param name="Series">One for each instrument.</param>
/// <param name="Panel">Horizons, warm-up and threads.</param>
/// <param name="Learners">The members.</param>
/// <param name="IsSimulated">Whether the prices are invented; all of them are, or none.</param>
/// <param name="Cause">Why it is trained now, in words for its card.</param>
public sealed record TrainingOrder(
    string Name, IReadOnlyList<BarSeries> Series, PanelSettings Panel, IReadOnlyList<IForecaster> Learners, bool IsSimulated, string Cause)
{
    /// <summary>The cause of a training that somebody asked for.</summary>
    public const string AskedFor = "asked for";
}
