namespace AraWeb.Engine.Features.Patterns.Charts.Swings;

/// <summary>A straight line over bars.</summary>
/// <param name="Index">A bar.</param>
/// <param name="Price">The line's price there.</param>
/// <param name="Slope">Price a bar.</param>
internal readonly record struct TrendLine(int Index, double Price, double Slope)
{
    /// <summary>The line at one price.</summary>
    public static TrendLine Level(double price) => new(0, price, 0);

    /// <summary>The line through two swings.</summary>
    public static TrendLine Through(in Swing first, in Swing second) =>
        new(first.Index, first.Price, (second.Price - first.Price) / (second.Index - first.Index));

    /// <summary>The line of least squares through prices, one a bar, of which there are at least two.</summary>
    /// <param name="prices">Prices of the bars.</param>
    /// <param name="firstIndex">Index of the first of them.</param>
    public static TrendLine Fit(ReadOnlySpan<double> prices, int firstIndex)
    {
        var middle = (prices.Length - 1) / 2.0;
        var (sum, moment, spread) = (0.0, 0.0, 0.0);
        for (var i = 0; i < prices.Length; i++)
        {
            var from = prices[i] - prices[0];
            sum += from;
            moment += (i - middle) * from;
            spread += (i - middle) * (i - middle);
        }

        var slope = moment / spread;
        return new TrendLine(firstIndex, prices[0] + (sum / prices.Length) - (slope * middle), slope);
    }

    /// <summary>The line's price at a bar.</summary>
    public double At(int index) => Price + (Slope * (index - Index));

    /// <summary>The line moved up by an amount.</summary>
    public TrendLine Raised(double by) => this with { Price = Price + by };

    /// <summary>The bar at which this falling line meets a steeper-from-below one, or the largest index where they do not meet ahead.</summary>
    public int MeetsAt(in TrendLine other, int from)
    {
        var gap = At(from) - other.At(from);
        var closing = other.Slope - Slope;
        return closing > 0 && gap / closing < int.MaxValue - from ? from + (int)(gap / closing) : int.MaxValue;
    }
}
