using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Tests.Engine.Providers.Validation;

/// <summary>Rows as a file could have them: a calm seeded walk around 30 on consecutive sessions, into which a test puts its defects.</summary>
internal sealed class BarRows
{
    /// <summary>After every stamp of the rows.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly AssetClass _assetClass;

    private BarRows(AssetClass assetClass) => _assetClass = assetClass;

    /// <summary>The rows in the order of the file.</summary>
    public List<RawBar> Rows { get; } = [];

    /// <summary>Makes <paramref name="count"/> sane daily rows from 2 January 2024 on; lines count from 2.</summary>
    public static BarRows Calm(int count, AssetClass assetClass = AssetClass.Stock)
    {
        var rows = new BarRows(assetClass);
        var random = new Random(7);
        var calendar = TradingCalendar.For(assetClass);
        var day = new DateOnly(2024, 1, 2);
        var close = 30.0;
        for (var i = 0; i < count; i++)
        {
            var open = close * Math.Exp(0.004 * ((2 * random.NextDouble()) - 1));
            close = open * Math.Exp(0.01 * ((2 * random.NextDouble()) - 1));
            var stamp = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();
            rows.Rows.Add(new RawBar(stamp, open, Math.Max(open, close) * 1.006, Math.Min(open, close) * 0.994, close, 1000 + i, i + 2));
            day = calendar.NextSession(day);
        }

        return rows;
    }

    /// <summary>Changes one row.</summary>
    public BarRows With(int index, Func<RawBar, RawBar> change)
    {
        Rows[index] = change(Rows[index]);
        return this;
    }

    /// <summary>Changes all rows from one on.</summary>
    public BarRows WithAllFrom(int index, Func<RawBar, RawBar> change)
    {
        for (var i = index; i < Rows.Count; i++)
        {
            Rows[i] = change(Rows[i]);
        }

        return this;
    }

    /// <summary>Examines the first <paramref name="count"/> rows.</summary>
    public ValidatedBars Examine(int count)
    {
        var raw = new RawBars(0) { RowsRead = count };
        foreach (var row in Rows.Take(count))
        {
            raw.Add(row);
        }

        return BarValidator.Examine(raw, Symbol.Parse("TEST"), _assetClass, Timeframe.OneDay, Now);
    }

    /// <summary>Examines all rows.</summary>
    public ValidatedBars Examine() => Examine(Rows.Count);
}
