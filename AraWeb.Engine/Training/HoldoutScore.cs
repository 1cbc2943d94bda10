using AraWeb.Engine.Evaluation;

namespace AraWeb.Engine.Training;

/// <summary>
/// Squared errors of pooled forecasts, in squared forecast deviations, on days that no fit and no weight had seen, beside the drift baseline: the mean
/// return so far, shrunk to zero, the same for all instruments.
/// </summary>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Count">Rows.</param>
/// <param name="Days">Distinct days.</param>
/// <param name="Skill">One minus the mean squared error over that of the drift, with its 95 % interval.</param>
/// <param name="P">One-sided p-value for being better than the drift (Diebold and Mariano on the means of days); NaN with too few days.</param>
/// <param name="SkillOverNothing">One minus the mean squared error over that of saying zero.</param>
public sealed record HoldoutScore(int Horizon, int Count, int Days, IntervalEstimate Skill, double P, double SkillOverNothing)
{
    /// <summary>Better than the drift by more than luck would give in one of ten trials, and better than saying nothing.</summary>
    public bool HasEdge => Skill.Estimate > 0 && P < 0.1 && SkillOverNothing > 0;
}
