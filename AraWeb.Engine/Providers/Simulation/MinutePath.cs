using System.Runtime.CompilerServices;

namespace AraWeb.Engine.Providers.Simulation;

/// <summary>
/// The minutes of one stretch in logs of prices. A market of years has some twenty million of them, so the loops are plain, compiled at once in full, and the
/// arrays are used again for the next stretch.
/// </summary>
internal sealed class MinutePath
{
    /// <summary>How far a price strays beyond both ends of its minute, in deviations: up to this, evenly; about what a Brownian path does.</summary>
    private const double LargestExcess = 0.6;

    private const double TwoToMinus16 = 1.0 / 0x10000;

    /// <summary>Log price at the end of each minute.</summary>
    public double[] Closes { get; } = new double[MinuteShape.Day];

    /// <summary>Highest log price of each minute, never below its two ends.</summary>
    public double[] Highs { get; } = new double[MinuteShape.Day];

    /// <summary>Lowest log price of each minute.</summary>
    public double[] Lows { get; } = new double[MinuteShape.Day];

    /// <summary>Whole units traded in each minute.</summary>
    public double[] Volumes { get; } = new double[MinuteShape.Day];

    /// <summary>Minutes that are filled.</summary>
    public int Count { get; private set; }

    /// <summary>Log price before the first minute.</summary>
    public double Start { get; private set; }

    /// <summary>Highest log price of the whole stretch.</summary>
    public double High { get; private set; }

    /// <summary>Lowest log price of the whole stretch.</summary>
    public double Low { get; private set; }

    /// <summary>Units traded in the whole stretch.</summary>
    public double Volume { get; private set; }

    /// <summary>Begins a stretch.</summary>
    public void Begin(double start, int count)
    {
        (Start, Count) = (start, count);
        (High, Low, Volume) = (start, start, 0);
    }

    /// <summary>Fills the next minutes, in which nothing but the time of day changes the deviation.</summary>
    /// <param name="first">Place of the first of them in the stretch.</param>
    /// <param name="deviation">Deviation of a step where the shape is one.</param>
    /// <param name="drift">Mean of a step.</param>
    /// <param name="volume">Typical volume where the shape is one.</param>
    /// <param name="stream">Gives what happens to the instrument alone.</param>
    /// <param name="instrument">Gives the shares of market, class and instrument.</param>
    /// <param name="shape">Factor on the deviation, for each minute that is to be filled.</param>
    /// <param name="ofMarket">The market's steps in these minutes.</param>
    /// <param name="ofClass">The class's steps in these minutes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(
        int first, double deviation, double drift, double volume, ref SeededStream stream, SimulatedInstrument instrument,
        ReadOnlySpan<double> shape, ReadOnlySpan<double> ofMarket, ReadOnlySpan<double> ofClass)
    {
        var (marketLoading, classLoading, ownLoading) = (instrument.MarketLoading, instrument.ClassLoading, instrument.OwnLoading);
        var count = shape.Length;
        ofMarket = ofMarket[..count];
        ofClass = ofClass[..count];
        var closes = Closes.AsSpan(first, count);
        var highs = Highs.AsSpan(first, count);
        var lows = Lows.AsSpan(first, count);
        var volumes = Volumes.AsSpan(first, count);
        var price = first == 0 ? Start : Closes[first - 1];
        var (highest, lowest, sum) = (High, Low, Volume);
        var random = stream;
        for (var i = 0; i < shape.Length; i++)
        {
            // 32 bits for the step, 16 for each stray.
            var bits = random.Next();
            var shock = (marketLoading * ofMarket[i]) + (classLoading * ofClass[i]) + (ownLoading * SeededStream.StepOf(bits));
            var above = (int)((bits >> 32) & 0xFFFF) * TwoToMinus16;
            var below = (int)(bits >> 48) * TwoToMinus16;
            var scale = deviation * shape[i];
            var next = price + (drift + (scale * shock));

            // The native forms have no branch, which would be guessed wrongly every other time; there is no NaN here.
            var high = double.MaxNative(price, next) + (scale * LargestExcess * above);
            var low = double.MinNative(price, next) - (scale * LargestExcess * below);
            closes[i] = next;
            highs[i] = high;
            lows[i] = low;
            volumes[i] = Math.Ceiling(volume * shape[i] * (Math.Abs(shock) + above));
            highest = double.MaxNative(highest, high);
            lowest = double.MinNative(lowest, low);
            sum += volumes[i];
            price = next;
        }

        stream = random;
        (High, Low, Volume) = (highest, lowest, sum);
    }
}
