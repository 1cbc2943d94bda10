using AraWeb.Engine.Evaluation;

namespace AraWeb.Engine.Training;

/// <summary>Squared errors of pooled forecasts beside no tilt, in squared forecast deviations, on days that no fit and no weight had seen.</summary>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Count">Rows.</param>
/// <param name="Days">Distinct days.</param>
/// <param name="Skill">One minus the mean squared error over that of saying zero, with its 95 % interval.</param>
/// <param name="P">One-sided p-value for being better than saying zero (Diebold and Mariano on the means of days); NaN with too few days.</param>
public sealed record HoldoutScore(int Horizon, int Count, int Days, IntervalEstimate Skill, double P)
{
    /// <summary>Better than no tilt by more than luck would give in one of ten trials.</summary>
    public bool HasEdge => Skill.Estimate > 0 && P < 0.1;
}
