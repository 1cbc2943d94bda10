using AraWeb.Engine.Core;

namespace AraWeb.Engine.Store.Bars;

/// <summary>
/// Joins bars that are kept with bars that came in. A new stamp is known when its bar closed; other prices at a kept stamp are a revision known when they
/// were received (at least one millisecond after the one they replace, so that the order of revisions is never lost); equal bars change nothing.
/// </summary>
internal sealed class BarMerge
{
    private readonly List<SupersededBar> _superseded = [];

    private BarMerge(KnownBars merged)
    {
        Merged = merged;
        Count = merged.Count;
    }

    /// <summary>Kept and incoming bars, ascending, newest revisions; the first <see cref="Count"/> places are filled.</summary>
    public KnownBars Merged { get; }

    /// <summary>Bars after the merge.</summary>
    public int Count { get; private set; }

    /// <summary>What the revisions replaced.</summary>
    public IReadOnlyList<SupersededBar> Superseded => _superseded;

    /// <summary>Stamps that were not there.</summary>
    public int Added { get; private set; }

    /// <summary>New and revised stamps together.</summary>
    public int Changed => Added + _superseded.Count;

    /// <summary>Merges.</summary>
    /// <param name="kept">What is there, ascending.</param>
    /// <param name="incoming">What came; finished bars only.</param>
    /// <param name="receivedAt">When it came, milliseconds since 1970-01-01 UTC.</param>
    public static BarMerge Join(KnownBars kept, BarSeries incoming, long receivedAt)
    {
        var news = Known(incoming);
        if (kept.Count == 0)
        {
            return new BarMerge(news) { Added = news.Count };
        }

        var merge = new BarMerge(KnownBars.Empty(kept.Count + news.Count));
        merge.Fill(kept, news, receivedAt);
        return merge;
    }

    private static KnownBars Known(BarSeries bars)
    {
        var known = KnownBars.Empty(bars.Count);
        var columns = known.Columns;
        bars.Times.CopyTo(columns.Times);
        bars.Open.CopyTo(columns.Open);
        bars.High.CopyTo(columns.High);
        bars.Low.CopyTo(columns.Low);
        bars.Close.CopyTo(columns.Close);
        bars.Volume.CopyTo(columns.Volume);
        var calendar = TradingCalendar.For(bars.AssetClass);
        for (var i = 0; i < known.Count; i++)
        {
            known.KnownAt[i] = calendar.CloseOfBar(DateTimeOffset.FromUnixTimeMilliseconds(columns.Times[i]), bars.Timeframe).ToUnixTimeMilliseconds();
        }

        return known;
    }

    private static bool SameValues(BarColumns a, int i, BarColumns b, int j) =>
        a.Open[i].Equals(b.Open[j]) && a.High[i].Equals(b.High[j]) && a.Low[i].Equals(b.Low[j])
        && a.Close[i].Equals(b.Close[j]) && a.Volume[i].Equals(b.Volume[j]);

    private static Bar BarAt(BarColumns columns, int i) => new(
        DateTimeOffset.FromUnixTimeMilliseconds(columns.Times[i]), columns.Open[i], columns.High[i], columns.Low[i], columns.Close[i], columns.Volume[i]);

    private void Fill(KnownBars kept, KnownBars news, long receivedAt)
    {
        var (i, j, target) = (0, 0, 0);
        while (i < kept.Count || j < news.Count)
        {
            var keptTime = i < kept.Count ? kept.Columns.Times[i] : long.MaxValue;
            var newTime = j < news.Count ? news.Columns.Times[j] : long.MaxValue;
            if (keptTime < newTime)
            {
                Merged.Copy(kept, i++, target++);
            }
            else if (newTime < keptTime)
            {
                Merged.Copy(news, j++, target++);
                Added++;
            }
            else if (SameValues(kept.Columns, i, news.Columns, j))
            {
                Merged.Copy(kept, i++, target++);
                j++;
            }
            else
            {
                var knownAt = Math.Max(receivedAt, kept.KnownAt[i] + 1);
                _superseded.Add(new SupersededBar(BarAt(kept.Columns, i), kept.KnownAt[i], knownAt));
                Merged.Copy(news, j++, target);
                Merged.KnownAt[target++] = knownAt;
                i++;
            }
        }

        Count = target;
    }
}
