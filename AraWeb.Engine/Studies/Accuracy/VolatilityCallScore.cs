using AraWeb.Engine.Evaluation;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>What <c>evaluate volatility-direction</c> finds on one series or on several put together; every method on the same rows.</summary>
/// <param name="Symbol">The series.</param>
/// <param name="Count">Rows scored; their windows overlap beyond one bar ahead.</param>
/// <param name="Days">Distinct days of the origins.</param>
/// <param name="First">Day of the first origin.</param>
/// <param name="Last">Day of the last origin.</param>
/// <param name="Above">Share of outcomes above the median.</param>
/// <param name="Points">By method: what came of the calls at each coverage, in the order of <see cref="VolatilityCallScoring.Coverages"/>.</param>
/// <param name="Advantage">At each coverage: accuracy of the product less that of persistence.</param>
/// <param name="BrierSkill">Brier skill of the product against the share of outcomes above the median, which is known only afterwards.</param>
internal sealed record VolatilityCallScore(
    string Symbol,
    int Count,
    int Days,
    DateOnly First,
    DateOnly Last,
    double Above,
    IReadOnlyDictionary<string, IReadOnlyList<VolatilityCallPoint>> Points,
    IReadOnlyList<IntervalEstimate> Advantage,
    IntervalEstimate BrierSkill);
