using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Simulation;

/// <summary>What all instruments share on one UTC day: minutes of the market's and the classes' factors, regimes, and when which calendar is open.</summary>
internal sealed class SimulatedDay
{
    private readonly int _seed;
    private readonly double[][] _classes = [new double[MinuteShape.Day], new double[MinuteShape.Day], new double[MinuteShape.Day]];
    private readonly RegimeChain[] _regimes;
    private readonly IReadOnlyList<TradingStretch>[] _stretches = [[], [], []];

    /// <summary>Makes the day before the first; <see cref="Begin"/> goes to a day.</summary>
    public SimulatedDay(int seed)
    {
        _seed = seed;
        _regimes = [new RegimeChain(seed, 0), new RegimeChain(seed, 1), new RegimeChain(seed, 2)];
    }

    /// <summary>The day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Number of the day, part of the names of its streams.</summary>
    public int Number => Date.DayNumber;

    /// <summary>[1440] steps of the market's factor, deviation one.</summary>
    public double[] Market { get; } = new double[MinuteShape.Day];

    /// <summary>Goes to a day, which must be the one after the last.</summary>
    public void Begin(DateOnly date)
    {
        Date = date;
        new SeededStream(_seed, StreamPart.Market, 0, Number).FillSteps(Market);
        for (var i = 0; i < _classes.Length; i++)
        {
            _regimes[i].Step(Number);
            new SeededStream(_seed, StreamPart.AssetClass, i, Number).FillSteps(_classes[i]);
        }

        foreach (var assetClass in (ReadOnlySpan<AssetClass>)[AssetClass.Stock, AssetClass.Crypto, AssetClass.Forex])
        {
            _stretches[Index(assetClass)] = TradingStretch.Of(TradingCalendar.For(assetClass), date);
        }
    }

    /// <summary>[1440] steps of a class's factor, deviation one.</summary>
    public double[] OfClass(AssetClass assetClass) => _classes[Index(assetClass)];

    /// <summary>The state of a class.</summary>
    public RegimeChain Regime(AssetClass assetClass) => _regimes[Index(assetClass)];

    /// <summary>When a class trades on this day.</summary>
    public IReadOnlyList<TradingStretch> Stretches(AssetClass assetClass) => _stretches[Index(assetClass)];

    /// <summary>Step of an instrument while its market was closed before a session, deviation one.</summary>
    public double Gap(DateOnly session, SimulatedInstrument instrument, int member)
    {
        var market = new SeededStream(_seed, StreamPart.Gap, 0, session.DayNumber);
        var ofClass = new SeededStream(_seed, StreamPart.Gap, 1 + Index(instrument.AssetClass), session.DayNumber);
        var own = new SeededStream(_seed, StreamPart.Gap, 100 + member, session.DayNumber);
        return (instrument.MarketLoading * market.NextNormal()) + (instrument.ClassLoading * ofClass.NextNormal()) + (instrument.OwnLoading * own.NextNormal());
    }

    // Shares, funds and indices are one class.
    private static int Index(AssetClass assetClass) => assetClass switch
    {
        AssetClass.Crypto => 1,
        AssetClass.Forex => 2,
        _ => 0,
    };
}
