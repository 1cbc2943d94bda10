namespace AraWeb.Engine.Evaluation.Selection;

/// <summary>What came of the calls that were made.</summary>
/// <param name="Coverage">Share of the forecasts on which a call was made; NaN without forecasts.</param>
/// <param name="Accuracy">Share of the calls that came true; NaN without calls.</param>
/// <param name="Calls">Calls made.</param>
/// <param name="Days">Distinct days with a call.</param>
public sealed record RiskCoveragePoint(double Coverage, IntervalEstimate Accuracy, int Calls, int Days);
