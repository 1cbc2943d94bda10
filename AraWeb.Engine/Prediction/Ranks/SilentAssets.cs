namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>
/// Which assets have stopped trading, or have not begun: those without a price for a week and for longer than they ever were before. They are forecast to stand
/// still. Thinly traded funds often miss days and are told apart by their own past.
/// </summary>
internal static class SilentAssets
{
    /// <summary>Trading days; holidays of one exchange are shorter.</summary>
    private const int Week = 5;

    /// <summary>[assets] true where an asset is silent at the last day.</summary>
    /// <param name="panel">The prices.</param>
    /// <param name="first">Index of the first day that is looked at.</param>
    /// <param name="last">Index of the last.</param>
    public static bool[] Of(PricePanel panel, int first, int last)
    {
        var silent = new bool[panel.Assets];
        for (var i = 0; i < silent.Length; i++)
        {
            var (gap, longest, hasTraded) = (0, 0, false);
            foreach (var price in panel.Prices(i)[first..(last + 1)])
            {
                if (double.IsNaN(price))
                {
                    gap++;
                }
                else
                {
                    longest = hasTraded ? Math.Max(longest, gap) : 0;
                    (gap, hasTraded) = (0, true);
                }
            }

            silent[i] = !hasTraded || (gap >= Week && gap > longest);
        }

        return silent;
    }
}
