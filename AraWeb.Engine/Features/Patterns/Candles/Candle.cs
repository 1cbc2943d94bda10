namespace AraWeb.Engine.Features.Patterns.Candles;

/// <summary>
/// A bar with its surroundings, and the words that the rules are written in. Sizes are measured against the means of the ten bars before, as TA-Lib does; its
/// factors are kept where it has them. A trend before a candle is its close's distance from the mean of the ten closes before, in mean ranges.
/// </summary>
/// <param name="Open">First price.</param>
/// <param name="High">Highest price.</param>
/// <param name="Low">Lowest price.</param>
/// <param name="Close">Last price.</param>
/// <param name="AverageBody">Mean body of the bars before.</param>
/// <param name="AverageRange">Mean range of the bars before, positive.</param>
/// <param name="HighBefore">Highest price of the five bars before.</param>
/// <param name="LowBefore">Lowest price of the five bars before.</param>
/// <param name="Trend">Close less the mean of the closes before, in mean ranges.</param>
internal readonly record struct Candle(
    double Open,
    double High,
    double Low,
    double Close,
    double AverageBody,
    double AverageRange,
    double HighBefore,
    double LowBefore,
    double Trend)
{
    // TA-Lib's default candle settings: a doji's body and a shadow that is as good as none are a tenth of the mean range, equal prices differ by a twentieth.
    private const double Tiny = 0.1;
    private const double Equal = 0.05;

    // Half a mean body; TA-Lib takes a whole one, which more than half of all bars meet.
    private const double ShortBody = 0.5;

    // From a quarter of a mean range a close counts as away from the mean, at two the trend is clear.
    private const double SlightTrend = 0.25;
    private const double ClearTrend = 2;

    /// <summary>Closed above its open.</summary>
    public bool IsWhite => Close > Open;

    /// <summary>Closed below its open.</summary>
    public bool IsBlack => Close < Open;

    /// <summary>Upper end of the body.</summary>
    public double Top => Math.Max(Open, Close);

    /// <summary>Lower end of the body.</summary>
    public double Bottom => Math.Min(Open, Close);

    /// <summary>Middle of the body.</summary>
    public double Middle => (Open + Close) / 2;

    /// <summary>Size of the body.</summary>
    public double Body => Math.Abs(Close - Open);

    /// <summary>From the lowest to the highest price.</summary>
    public double Range => High - Low;

    /// <summary>Upper shadow.</summary>
    public double Upper => High - Top;

    /// <summary>Lower shadow.</summary>
    public double Lower => Bottom - Low;

    /// <summary>Open less the mean of the closes before, in mean ranges.</summary>
    public double OpenTrend => Trend + ((Open - Close) / AverageRange);

    /// <summary>Grade: prices had fallen by its close.</summary>
    public double Fall => Grades.Towards(-Trend, SlightTrend, ClearTrend);

    /// <summary>Grade: prices had risen by its close.</summary>
    public double Rise => Grades.Towards(Trend, SlightTrend, ClearTrend);

    /// <summary>Grade: prices had fallen by its open.</summary>
    public double OpenFall => Grades.Towards(-OpenTrend, SlightTrend, ClearTrend);

    /// <summary>Grade: the body is longer than the mean, at best twice.</summary>
    public double Long => Grades.Towards(Body, AverageBody, 2 * AverageBody);

    /// <summary>Grade: the body is at least half the mean, at best twice.</summary>
    public double Solid => Grades.Towards(Body, ShortBody * AverageBody, 2 * AverageBody);

    /// <summary>Grade: the body is short.</summary>
    public double Short => Grades.Towards(Body, ShortBody * AverageBody, 0);

    /// <summary>Grade: open and close are as good as equal.</summary>
    public double Doji => Grades.Towards(Body, Tiny * AverageRange, 0);

    /// <summary>Grade: as good as no upper shadow.</summary>
    public double NoUpper => Grades.Towards(Upper, Tiny * AverageRange, 0);

    /// <summary>Grade: as good as no lower shadow.</summary>
    public double NoLower => Grades.Towards(Lower, Tiny * AverageRange, 0);

    /// <summary>The candle upside down.</summary>
    public Candle Mirrored() => new(-Open, -Low, -High, -Close, AverageBody, AverageRange, -LowBefore, -HighBefore, -Trend);

    /// <summary>Grade: two prices are as good as equal, measured by this candle's surroundings.</summary>
    public double Same(double one, double other) => Grades.Near(one, other, Equal * AverageRange);

    /// <summary>True when a price lies in the body.</summary>
    public bool Holds(double price) => price >= Bottom && price <= Top;

    /// <summary>True when another body lies in this one, without being as large.</summary>
    public bool Contains(in Candle other) => other.Top <= Top && other.Bottom >= Bottom && other.Body < Body;
}
