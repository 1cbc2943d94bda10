namespace AraWeb.Engine.Core;

/// <summary>The arrays of a <see cref="BarSeries"/> while they are being filled; all of one length.</summary>
public sealed class BarColumns
{
    /// <summary>Makes arrays for <paramref name="count"/> bars.</summary>
    public BarColumns(int count)
    {
        Times = new long[count];
        Open = new double[count];
        High = new double[count];
        Low = new double[count];
        Close = new double[count];
        Volume = new double[count];
    }

    /// <summary>Starts of the bars, milliseconds since 1970-01-01 UTC.</summary>
    public long[] Times { get; }

    /// <summary>First prices.</summary>
    public double[] Open { get; }

    /// <summary>Highest prices.</summary>
    public double[] High { get; }

    /// <summary>Lowest prices.</summary>
    public double[] Low { get; }

    /// <summary>Last prices.</summary>
    public double[] Close { get; }

    /// <summary>Volumes.</summary>
    public double[] Volume { get; }

    /// <summary>Writes one bar.</summary>
    public void Set(int index, Bar bar)
    {
        Times[index] = bar.Time.ToUnixTimeMilliseconds();
        Open[index] = bar.Open;
        High[index] = bar.High;
        Low[index] = bar.Low;
        Close[index] = bar.Close;
        Volume[index] = bar.Volume;
    }
}
