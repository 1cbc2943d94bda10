using AraWeb.Engine.Core;

namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>Closing prices of a universe of assets on the days on which at least one of them traded.</summary>
internal sealed class PricePanel
{
    private readonly DateOnly[] _days;
    private readonly double[][] _prices;

    /// <summary>Makes a panel from arrays that the caller gives up.</summary>
    /// <param name="days">[T] ascending.</param>
    /// <param name="prices">[assets][T] positive; NaN where an asset did not trade.</param>
    /// <param name="groups">[assets] kind of each asset, say stocks and funds: assets of a kind are taken to be alike until they show otherwise.</param>
    /// <exception cref="InputException">Days do not ascend, arrays differ in length, or a price is not positive.</exception>
    public PricePanel(DateOnly[] days, double[][] prices, int[] groups)
    {
        for (var t = 1; t < days.Length; t++)
        {
            if (days[t] <= days[t - 1])
            {
                throw new InputException("days", days[t].ToString("O"), "Give each day once, the oldest first.");
            }
        }

        for (var i = 0; i < prices.Length; i++)
        {
            if (prices[i].Length != days.Length)
            {
                throw new InputException(
                    "prices", $"asset {i}: {prices[i].Length} prices", $"Give one for each of the {days.Length} days, NaN where there is none.");
            }

            if (Array.FindIndex(prices[i], price => price <= 0 || double.IsInfinity(price)) is >= 0 and var t)
            {
                throw new InputException("prices", $"asset {i}, {days[t]:O}: {prices[i][t]}", "A price is above zero; leave the day out where there is none.");
            }
        }

        _days = days;
        _prices = prices;
        Groups = groups.Length == prices.Length
            ? groups
            : throw new InputException("groups", groups.Length, $"Give one for each of the {prices.Length} assets.");
    }

    /// <summary>Number of assets.</summary>
    public int Assets => _prices.Length;

    /// <summary>[T] days, ascending.</summary>
    public ReadOnlySpan<DateOnly> Days => _days;

    /// <summary>[assets] kind of each asset.</summary>
    public IReadOnlyList<int> Groups { get; }

    /// <summary>[T] prices of an asset; NaN where it did not trade.</summary>
    public ReadOnlySpan<double> Prices(int asset) => _prices[asset];

    /// <summary>Index of the first day on or after <paramref name="day"/>; T where there is none.</summary>
    public int IndexOf(DateOnly day)
    {
        var at = Array.BinarySearch(_days, day);
        return at < 0 ? ~at : at;
    }
}
