using AraWeb.Engine.Evaluation;

namespace AraWeb.Engine.Training;

/// <summary>How a version does since its training, beside what its card says.</summary>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Count">Rows whose outcome has come since.</param>
/// <param name="Days">Distinct days among them, the newest only.</param>
/// <param name="Skill">One minus the mean squared error over that of the drift as of the training, with its 95 % interval; NaN with too few days.</param>
/// <param name="Card">What the card says of the holdout.</param>
/// <param name="HasDecayed">The interval lies below the card's: worse by more than luck.</param>
public sealed record ScoreDrift(int Horizon, int Count, int Days, IntervalEstimate Skill, IntervalEstimate Card, bool HasDecayed);
