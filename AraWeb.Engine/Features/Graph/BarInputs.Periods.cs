using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Graph;

/// <content>Sessions and weeks.</content>
internal sealed partial class BarInputs
{
    /// <summary>
    /// Prices of the last whole period before the bar's own, and the open of its own. Periods are counted in days of sessions; seven are a week from Monday.
    /// Until one is over, the bars so far stand in for it; unknown at the first bar.
    /// </summary>
    public (Column Open, Column High, Column Low, Column Close, Column NextOpen) PriorPeriod(int days)
    {
        var prices = Column.Recur([Open, High, Low, Close, Session], new PriorPeriod(days));
        return (prices[0], prices[1], prices[2], prices[3], prices[4]);
    }
}
