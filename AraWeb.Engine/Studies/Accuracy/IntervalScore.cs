namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>What <c>evaluate intervals</c> finds on one series. Shares from 0 to 1; widths and Winkler scores in log return.</summary>
/// <param name="Symbol">The series.</param>
/// <param name="Count">Outcomes scored; beyond one bar ahead their windows overlap.</param>
/// <param name="First">Date of the first scored bar.</param>
/// <param name="Last">Date of the last scored bar.</param>
/// <param name="Coverage">[4] shares inside the central 50, 80, 90 and 95 % bands.</param>
/// <param name="Worst250">Largest distance from 90 % over any 250 outcomes in a row; NaN with fewer.</param>
/// <param name="Width">Mean width of the 90 % band.</param>
/// <param name="RivalWidth">The same of EWMA with normal quantiles.</param>
/// <param name="Winkler">Mean Winkler score of the 90 % band.</param>
/// <param name="RivalWinkler">The same of EWMA with normal quantiles.</param>
/// <param name="RivalCoverage">Share inside the rival's 90 % band.</param>
/// <param name="Kupiec">p-value for the right share of misses of the 90 % band; NaN beyond one bar ahead, where windows overlap.</param>
/// <param name="Christoffersen">p-value for independent misses of the 90 % band; NaN beyond one bar ahead.</param>
/// <param name="ByRegime">[4] the 90 % band in each state of the market, in the order of <see cref="Core.RegimeType"/>.</param>
internal sealed record IntervalScore(
    string Symbol,
    int Count,
    DateOnly First,
    DateOnly Last,
    double[] Coverage,
    double Worst250,
    double Width,
    double RivalWidth,
    double Winkler,
    double RivalWinkler,
    double RivalCoverage,
    double Kupiec,
    double Christoffersen,
    RegimeTally[] ByRegime);
