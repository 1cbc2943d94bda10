namespace AraWeb.Engine.Core.Calendars;

/// <summary>Opens and closes of one year's sessions by day of year, milliseconds since 1970-01-01 UTC; <see cref="None"/> on days without a session.</summary>
internal sealed class SessionYear
{
    /// <summary>Stands for "no session".</summary>
    public const long None = long.MinValue;

    /// <summary>[366] opens, index 0 the first of January.</summary>
    public long[] Opens { get; } = NewColumn();

    /// <summary>[366] closes.</summary>
    public long[] Closes { get; } = NewColumn();

    private static long[] NewColumn()
    {
        var column = new long[366];
        Array.Fill(column, None);
        return column;
    }
}
