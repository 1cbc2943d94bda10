namespace AraWeb.Engine.Prediction.Walk;

/// <summary>
/// Share of past outcomes inside the bands when the same method is walked forward over the symbol's own history, each step seeing only what was known then.
/// Not the ledger: nothing here was issued in advance.
/// </summary>
/// <param name="Count">Steps walked; windows of a horizon overlap, so they are not independent.</param>
/// <param name="Inside50">Share inside the 50 % band; NaN without steps.</param>
/// <param name="Inside80">Share inside the 80 % band.</param>
/// <param name="Inside90">Share inside the 90 % band.</param>
/// <param name="Inside95">Share inside the 95 % band.</param>
public sealed record HindcastCoverage(int Count, double Inside50, double Inside80, double Inside90, double Inside95);
