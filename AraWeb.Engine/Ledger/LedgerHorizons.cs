using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ledger;

/// <summary>
/// Which horizons of a forecast are frozen. Daily and weekly forecasts keep all thirty. Intraday ones keep five, which show how a forecast fares near and far:
/// a new forecast each minute with all thirty would fill a disk with rows that say nearly the same.
/// </summary>
public static class LedgerHorizons
{
    private static readonly int[] Intraday = [1, 5, 10, 20, 30];

    /// <summary>True when the ledger keeps this horizon.</summary>
    public static bool Keeps(Timeframe timeframe, int bars) => !timeframe.IsIntraday() || Array.IndexOf(Intraday, bars) >= 0;
}
