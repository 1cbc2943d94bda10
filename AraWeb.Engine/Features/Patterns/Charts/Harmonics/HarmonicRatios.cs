namespace AraWeb.Engine.Features.Patterns.Charts.Harmonics;

/// <summary>
/// The lengths of the legs of X-A-B-C-D: what tells one harmonic pattern from another. X is a bottom, A a top, D a bottom that is known when prices have turned
/// up from it. The pull-back from B to C is 38.2 to 88.6 % of A to B in all of them.
/// </summary>
/// <param name="LowB">Least share of X-A that A-B takes back.</param>
/// <param name="HighB">Largest share.</param>
/// <param name="LowD">Least distance of D from A, in X-A.</param>
/// <param name="HighD">Largest distance.</param>
/// <param name="LowProjection">Least length of C-D, in B-C.</param>
/// <param name="HighProjection">Largest length.</param>
internal readonly record struct HarmonicRatios(double LowB, double HighB, double LowD, double HighD, double LowProjection, double HighProjection)
{
    /// <summary>How far a ratio may be off, as a share of it.</summary>
    public const double Tolerance = 0.06;

    private const double LowC = 0.382;
    private const double HighC = 0.886;
    private const double WayBack = 0.618;

    /// <summary>The shape of the five newest swings: the turn at D confirms it.</summary>
    public Formation Find(in ChartView view)
    {
        var swings = view.Newest(5);
        if (swings.IsEmpty)
        {
            return Formation.None;
        }

        var (x, a, b, c, d) = (swings[0], swings[1], swings[2], swings[3], swings[4]);
        var (xa, ab, bc, cd) = (a.Price - x.Price, a.Price - b.Price, c.Price - b.Price, c.Price - d.Price);
        var grade = Grades.Mean(
            Grade(ab / xa, LowB, HighB),
            Grade(bc / ab, LowC, HighC),
            Grade((a.Price - d.Price) / xa, LowD, HighD),
            Grade(cd / bc, LowProjection, HighProjection));
        var target = d.Price + (WayBack * (a.Price - d.Price));
        return Formation.AtLevel(x.Index, d.Threshold, Math.Min(x.Price, d.Price), target, view.Now, grade);
    }

    private static double Grade(double ratio, double low, double high) => Grades.Within(ratio, low, high, Tolerance * high);
}
