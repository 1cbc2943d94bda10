using AraWeb.Engine.Features.Patterns.Charts.Swings;

namespace AraWeb.Engine.Features.Patterns.Charts.Consolidations;

/// <summary>
/// The lines through the five newest swings: bottom, top, bottom, top, bottom. Five touches are what Bulkowski asks of triangles, wedges and
/// rectangles; a rule only says how the two lines must run. Moves and misfits are in units of the larger width, so that they need no scale.
/// </summary>
internal readonly ref struct SwingLines
{
    // Of the larger width: how far the middle bottom may lie off its line, and closes beyond either line.
    private const double Slack = 0.2;

    // Of its neighbour: how small a leg may be.
    private const double LeastLeg = 0.4;

    private readonly ReadOnlySpan<Swing> _swings;
    private readonly ReadOnlySpan<double> _closes;
    private readonly TrendLine _upper;
    private readonly TrendLine _lower;

    private SwingLines(ReadOnlySpan<Swing> swings, ReadOnlySpan<double> closes)
    {
        _swings = swings;
        _closes = closes[swings[0].Index..(swings[4].Index + 1)];
        _upper = TrendLine.Through(swings[1], swings[3]);
        _lower = TrendLine.Through(swings[0], swings[4]);
        var (start, end) = (swings[0].Index, swings[4].Index);
        (WidthAtStart, WidthAtEnd) = (_upper.At(start) - _lower.At(start), _upper.At(end) - _lower.At(end));
        var width = Math.Max(WidthAtStart, WidthAtEnd);
        UpperMove = _upper.Slope * (end - start) / width;
        LowerMove = _lower.Slope * (end - start) / width;
        Straightness = Grades.Near(swings[2].Price, _lower.At(swings[2].Index), Slack * width);
    }

    /// <summary>Distance of the lines at the first swing.</summary>
    public double WidthAtStart { get; }

    /// <summary>Distance of the lines at the last swing.</summary>
    public double WidthAtEnd { get; }

    /// <summary>How far the upper line moves from the first swing to the last, in widths.</summary>
    public double UpperMove { get; }

    /// <summary>How far the lower line moves from the first swing to the last, in widths.</summary>
    public double LowerMove { get; }

    /// <summary>Grade: the middle bottom lies on the lower line.</summary>
    public double Straightness { get; }

    /// <summary>Price of the higher top.</summary>
    public double Highest => Math.Max(_swings[1].Price, _swings[3].Price);

    /// <summary>From the lowest bottom to the higher top.</summary>
    public double Height => Highest - Math.Min(_swings[0].Price, Math.Min(_swings[2].Price, _swings[4].Price));

    /// <summary>Draws the lines, unless there are too few swings, the lines have crossed, or the legs are too uneven.</summary>
    public static bool Try(in ChartView view, out SwingLines lines)
    {
        var swings = view.Newest(5);
        lines = swings.IsEmpty ? default : new SwingLines(swings, view.Close);
        return lines.WidthAtStart > 0 && lines.WidthAtEnd > 0 && IsEven(swings);
    }

    /// <summary>
    /// The shape that waits for a close above the upper line, as long as it took to form or until the lines meet; none where prices did not keep to the lines.
    /// </summary>
    /// <param name="height">How far beyond the breakout the target lies.</param>
    /// <param name="grade">How well it fits.</param>
    public Formation Shape(double height, double grade)
    {
        if (!(grade >= 0) || !Hold())
        {
            return Formation.None;
        }

        var (start, end) = (_swings[0].Index, _swings[4].Index);
        return new Formation(
            start, _upper, _lower, _upper.Raised(height), _swings[4].Price, Math.Min(end + (end - start), _upper.MeetsAt(_lower, end)), grade);
    }

    // A leg that takes more than half of the time, or that is much higher than its neighbour, is the move before a formation and no part of it.
    private static bool IsEven(ReadOnlySpan<Swing> swings)
    {
        var span = swings[4].Index - swings[0].Index;
        var before = Math.Abs(swings[1].Price - swings[0].Price);
        for (var i = 1; i < swings.Length; i++)
        {
            var leg = Math.Abs(swings[i].Price - swings[i - 1].Price);
            if (2 * (swings[i].Index - swings[i - 1].Index) > span || Math.Min(leg, before) < LeastLeg * Math.Max(leg, before))
            {
                return false;
            }

            before = leg;
        }

        return true;
    }

    private bool Hold()
    {
        var start = _swings[0].Index;
        var slack = Slack * Math.Max(WidthAtStart, WidthAtEnd);
        for (var i = 0; i < _closes.Length; i++)
        {
            if (_closes[i] > _upper.At(start + i) + slack || _closes[i] < _lower.At(start + i) - slack)
            {
                return false;
            }
        }

        return true;
    }
}
