namespace AraWeb.Engine.Providers.Validation;

/// <summary>Puts rows in the order of their stamps and settles duplicates: of rows with one stamp the one that stands last in the file counts.</summary>
internal static class RowOrder
{
    /// <summary>Indices of the rows to use, ascending by unique stamps.</summary>
    public static int[] Of(RawBars raw, DefectLog log)
    {
        var times = raw.Times;
        var order = new int[raw.Count];
        var isAscending = true;
        var newest = long.MinValue;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            if (times[i] < newest)
            {
                isAscending = false;
                log.Add(
                    DefectKind.Unordered, DefectSeverity.Repaired, raw.Rows[i], times[i],
                    "The row stands after one with a later stamp; it was moved to its place.");
            }

            newest = Math.Max(newest, times[i]);
        }

        if (!isAscending)
        {
            var keys = new (long Time, int Index)[order.Length];
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = (times[i], i);
            }

            Array.Sort(keys, order);
        }

        return WithoutDuplicates(raw, order, log);
    }

    private static int[] WithoutDuplicates(RawBars raw, int[] order, DefectLog log)
    {
        var times = raw.Times;
        var count = 0;
        foreach (var index in order)
        {
            if (count > 0 && times[order[count - 1]] == times[index])
            {
                var earlier = raw[order[count - 1]];
                var later = raw[index];
                var words = earlier with { Row = later.Row } == later ? "with the same values" : "with other values";
                log.Add(
                    DefectKind.Duplicate, DefectSeverity.Dropped, earlier.Row, earlier.Time,
                    $"Row {later.Row} carries the same stamp {words}; the later row counts.");
                count--;
            }

            order[count++] = index;
        }

        return order[..count];
    }
}
