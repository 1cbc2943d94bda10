namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>The 90 % band in one state of the market.</summary>
/// <param name="Count">Outcomes of forecasts issued in it.</param>
/// <param name="Inside">Those that came inside.</param>
/// <param name="WidthSum">Sum of the widths, in log return.</param>
internal readonly record struct RegimeTally(int Count, int Inside, double WidthSum)
{
    /// <summary>Share inside; NaN without outcomes.</summary>
    public double Coverage => (double)Inside / Count;

    /// <summary>Mean width, in log return; NaN without outcomes.</summary>
    public double Width => WidthSum / Count;

    /// <summary>This with one outcome more.</summary>
    public RegimeTally With(double width, bool isInside) => new(Count + 1, Inside + (isInside ? 1 : 0), WidthSum + width);
}
