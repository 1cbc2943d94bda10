using AraWeb.Engine.Evaluation.Selection;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>What came of the calls of one method at one coverage.</summary>
/// <param name="Calls">Coverage, accuracy with its interval, calls and distinct days.</param>
/// <param name="Majority">Share of the more frequent outcome among the calls: what always saying the same would have got, known only afterwards.</param>
internal sealed record VolatilityCallPoint(RiskCoveragePoint Calls, double Majority);
