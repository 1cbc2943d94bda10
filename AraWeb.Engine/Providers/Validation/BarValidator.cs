using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Validation;

/// <summary>
/// Turns rows as a file has them into a series that a forecast may use, and names every defect. What is done to a row depends only on
/// rows up to it: a bar comes out the same whether later rows are there or not, so that no repair looks ahead. Reads no files.
/// </summary>
internal static class BarValidator
{
    /// <summary>Examines the rows of one file.</summary>
    public static ValidatedBars Examine(RawBars raw, Symbol symbol, AssetClass assetClass, Timeframe timeframe, DateTimeOffset now)
    {
        var log = raw.Log;
        var order = RowOrder.Of(raw, log);
        var repair = new PriceRepair(assetClass, timeframe, log);
        var kept = new RawBars(order.Length);
        foreach (var index in order)
        {
            if (repair.TryAccept(raw[index], out var bar))
            {
                kept.Add(bar);
            }
        }

        new SeriesChecks(assetClass, timeframe, log).Run(kept, raw.HasVolume, now);
        return new ValidatedBars(ToSeries(kept, symbol, assetClass, timeframe), raw.RowsRead, log);
    }

    private static BarSeries ToSeries(RawBars kept, Symbol symbol, AssetClass assetClass, Timeframe timeframe)
    {
        var columns = new BarColumns(kept.Count);
        for (var i = 0; i < kept.Count; i++)
        {
            var bar = kept[i];
            columns.Times[i] = bar.Time;
            columns.Open[i] = bar.Open;
            columns.High[i] = bar.High;
            columns.Low[i] = bar.Low;
            columns.Close[i] = bar.Close;
            columns.Volume[i] = bar.Volume;
        }

        return BarSeries.FromColumns(symbol, assetClass, timeframe, columns);
    }
}
