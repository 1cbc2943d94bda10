using AraWeb.Engine.Features.Patterns.Charts.Swings;

namespace AraWeb.Engine.Features.Patterns.Charts;

/// <summary>What a rule may look at: bars up to now, upright or upside down, and the swings known by now. There is nothing later in it.</summary>
/// <param name="bars">The bars.</param>
/// <param name="now">Index of the newest bar.</param>
/// <param name="first">Index of the oldest bar that may be used.</param>
/// <param name="track">Swings of one scale, or null for rules that need none.</param>
internal readonly ref struct ChartView(ChartBars bars, int now, int first, SwingTrack? track)
{
    /// <summary>Index of the newest bar.</summary>
    public int Now { get; } = now;

    /// <summary>Index of the oldest bar that may be used.</summary>
    public int First { get; } = first;

    /// <summary>[Now + 1] highest prices.</summary>
    public ReadOnlySpan<double> High { get; } = bars.High.AsSpan(0, now + 1);

    /// <summary>[Now + 1] lowest prices.</summary>
    public ReadOnlySpan<double> Low { get; } = bars.Low.AsSpan(0, now + 1);

    /// <summary>[Now + 1] last prices.</summary>
    public ReadOnlySpan<double> Close { get; } = bars.Close.AsSpan(0, now + 1);

    /// <summary>[Now + 1] mean true ranges; NaN where unknown.</summary>
    public ReadOnlySpan<double> MeanRange { get; } = bars.MeanRange.AsSpan(0, now + 1);

    /// <summary>Swings known by now, the oldest first; tops and bottoms alternate.</summary>
    public ReadOnlySpan<Swing> Swings { get; } = track is null ? [] : track.Swings;

    /// <summary>Position among <see cref="Swings"/> of the oldest top that the newest close is the first to exceed.</summary>
    public int Recovered { get; } = track?.Recovered ?? -1;

    /// <summary>The newest swings, the oldest of them first; empty where there are not as many.</summary>
    public ReadOnlySpan<Swing> Newest(int count) => Swings.Length >= count ? Swings[^count..] : [];

    /// <summary>Lowest price of bars, both ends included.</summary>
    public double Lowest(int from, int to)
    {
        var lowest = Low[from];
        for (var i = from + 1; i <= to; i++)
        {
            lowest = Math.Min(lowest, Low[i]);
        }

        return lowest;
    }

    /// <summary>Highest price of bars, both ends included.</summary>
    public double Highest(int from, int to)
    {
        var highest = High[from];
        for (var i = from + 1; i <= to; i++)
        {
            highest = Math.Max(highest, High[i]);
        }

        return highest;
    }
}
