using AraWeb.Engine.Features.Patterns.Charts.Swings;

namespace AraWeb.Engine.Features.Patterns.Charts.Consolidations;

/// <summary>
/// A steep rise and the rest after it, at the bar that closes above the rest. Swings are too coarse for it: a flag is over before its top is known as one. The
/// rise takes at most twelve bars, the rest four to twenty (Bulkowski: less than three weeks).
/// </summary>
internal readonly record struct Pole
{
    /// <summary>Most bars of rise, rest and breakout.</summary>
    public const int MostBars = LongestRise + LongestRest + 2;

    private const int LongestRise = 12;
    private const int LongestRest = 20;
    private const int ShortestRest = 4;

    // In mean ranges of the time before: three bars' worth of one-way movement at least, and twice that for a textbook pole.
    private const double LeastHeight = 4;
    private const double AmpleHeight = 8;

    private readonly int _start;
    private readonly int _now;
    private readonly double _height;
    private readonly double _bottom;

    private Pole(in ChartView view, int start, int top, double height)
    {
        (_start, _now, _height) = (start, view.Now, height);
        var rest = (top + 1)..view.Now;
        Upper = TrendLine.Fit(view.High[rest], top + 1);
        Lower = TrendLine.Fit(view.Low[rest], top + 1);
        _bottom = view.Lowest(top + 1, view.Now - 1);
        Retraced = (view.High[top] - _bottom) / height;
        var width = Upper.At(top + 1) - Lower.At(top + 1);
        Narrowing = 1 - ((Upper.At(_now) - Lower.At(_now)) / width);
        Lean = (Upper.At(_now) - Upper.At(top + 1)) / height;
        Steepness = Grades.Towards(height / view.MeanRange[start], LeastHeight, AmpleHeight);
    }

    /// <summary>Line through the highs of the rest.</summary>
    public TrendLine Upper { get; }

    /// <summary>Line through the lows of the rest.</summary>
    public TrendLine Lower { get; }

    /// <summary>Grade: the height of the rise.</summary>
    public double Steepness { get; }

    /// <summary>Share of the rise that the rest took back.</summary>
    public double Retraced { get; }

    /// <summary>How much closer the lines are at the end of the rest than at its start: 0 parallel, 1 met.</summary>
    public double Narrowing { get; }

    /// <summary>How far the upper line moves during the rest, in heights of the rise.</summary>
    public double Lean { get; }

    /// <summary>Looks for a rise and a rest that the newest bar is the first to close above.</summary>
    public static bool Try(in ChartView view, out Pole pole)
    {
        pole = default;
        var now = view.Now;
        var oldest = now - LongestRest - 1;
        if (oldest - LongestRise < view.First || view.Close[now] <= view.Close[now - 1])
        {
            return false;
        }

        var top = oldest;
        for (var i = oldest + 1; i < now; i++)
        {
            top = view.High[i] > view.High[top] ? i : top;
        }

        if (now - 1 - top is < ShortestRest or > LongestRest)
        {
            return false;
        }

        var start = top;
        for (var i = top - 1; i >= top - LongestRise; i--)
        {
            start = view.Low[i] < view.Low[start] ? i : start;
        }

        var height = view.High[top] - view.Low[start];
        if (!(height >= LeastHeight * view.MeanRange[start]) || start == top)
        {
            return false;
        }

        pole = new Pole(in view, start, top, height);
        return view.Close[now] > pole.Upper.At(now) && view.Close[now - 1] <= pole.Upper.At(now - 1);
    }

    /// <summary>The shape, confirmed by the newest bar.</summary>
    public Formation Shape(double grade) => new(_start, Upper, Lower, Upper.Raised(_height), _bottom, _now, grade);
}
