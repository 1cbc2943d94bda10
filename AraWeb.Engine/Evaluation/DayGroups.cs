namespace AraWeb.Engine.Evaluation;

/// <summary>
/// Rows put together by day. A day is any whole number that rises with time (a day count, a row of a panel); rows of a day may stand anywhere.
/// </summary>
internal sealed class DayGroups
{
    private readonly int[] _groupOf;

    /// <summary>Numbers the distinct days in ascending order.</summary>
    public DayGroups(ReadOnlySpan<int> days)
    {
        var distinct = days.ToArray();
        Array.Sort(distinct);
        var count = 0;
        for (var i = 0; i < distinct.Length; i++)
        {
            if (i == 0 || distinct[i] != distinct[i - 1])
            {
                distinct[count++] = distinct[i];
            }
        }

        Count = count;
        _groupOf = new int[days.Length];
        for (var i = 0; i < days.Length; i++)
        {
            _groupOf[i] = Array.BinarySearch(distinct, 0, count, days[i]);
        }
    }

    /// <summary>Distinct days.</summary>
    public int Count { get; }

    /// <summary>[Count] the rows of each day.</summary>
    public int[][] Rows()
    {
        var rows = new List<int>[Count];
        for (var i = 0; i < _groupOf.Length; i++)
        {
            (rows[_groupOf[i]] ??= []).Add(i);
        }

        return [.. rows.Select(list => list.ToArray())];
    }

    /// <summary>[Count] sum of the values of each day.</summary>
    public double[] Sums(ReadOnlySpan<double> values)
    {
        var sums = new double[Count];
        for (var i = 0; i < values.Length; i++)
        {
            sums[_groupOf[i]] += values[i];
        }

        return sums;
    }

    /// <summary>[Count] rows of each day.</summary>
    public double[] Sizes()
    {
        var sizes = new double[Count];
        foreach (var group in _groupOf)
        {
            sizes[group]++;
        }

        return sizes;
    }
}
