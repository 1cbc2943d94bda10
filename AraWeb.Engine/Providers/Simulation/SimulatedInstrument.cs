using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Simulation;

/// <summary>An invented instrument and how its price moves.</summary>
/// <param name="Ticker">Name without the suffix that all simulated symbols carry.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="AssetClass">Decides calendar and class factor.</param>
/// <param name="Currency">Quote currency.</param>
/// <param name="StartPrice">Price before the first session.</param>
/// <param name="TicksPerUnit">Smallest steps in one unit of currency: 100 for cents.</param>
/// <param name="Volatility">Typical deviation of the log return of a session.</param>
/// <param name="MarketLoading">Share of the move that the whole market makes; its square is a share of variance.</param>
/// <param name="ClassLoading">Share of the move that the asset class makes.</param>
/// <param name="VolumePerMinute">Typical units traded in a minute; 0 where there is no volume.</param>
internal sealed record SimulatedInstrument(
    string Ticker,
    string Name,
    AssetClass AssetClass,
    string Currency,
    double StartPrice,
    double TicksPerUnit,
    double Volatility,
    double MarketLoading,
    double ClassLoading,
    double VolumePerMinute)
{
    /// <summary>End of every simulated symbol, so that none is mistaken for a real one.</summary>
    public const string Suffix = ".SIM";

    private static readonly Timeframe[] Timeframes = [Timeframe.OneMinute, Timeframe.OneHour, Timeframe.OneDay];

    /// <summary>All instruments; a new one goes to the end, for the place in this list is part of the seed.</summary>
    public static IReadOnlyList<SimulatedInstrument> All { get; } =
    [
        new("NOVA", "Nova Robotics", AssetClass.Stock, "USD", 84, 100, 0.019, 0.45, 0.50, 9_000),
        new("HELI", "Helios Energy", AssetClass.Stock, "USD", 47, 100, 0.016, 0.42, 0.45, 14_000),
        new("CRAG", "Cragmoor Bank", AssetClass.Stock, "USD", 132, 100, 0.014, 0.50, 0.50, 5_000),
        new("LUMA", "Luma Health", AssetClass.Stock, "USD", 61, 100, 0.013, 0.38, 0.42, 7_000),
        new("TIDE", "Tidewater Foods", AssetClass.Stock, "USD", 96, 100, 0.010, 0.36, 0.40, 6_000),
        new("DEMO", "Demo Market Index", AssetClass.Index, "USD", 4_000, 100, 0.010, 0.66, 0.70, 0),
        new("ORBO", "Orbo", AssetClass.Crypto, "USD", 29_000, 100, 0.033, 0.30, 0.72, 40),
        new("VELT", "Velt", AssetClass.Crypto, "USD", 980, 100, 0.041, 0.28, 0.70, 900),
        new("QUIX", "Quix", AssetClass.Crypto, "USD", 21, 10_000, 0.046, 0.24, 0.66, 20_000),
        new("MYRA", "Myra", AssetClass.Crypto, "USD", 0.35, 1_000_000, 0.052, 0.20, 0.62, 900_000),
        new("ELDVAR", "Eldor crown in Varn marks", AssetClass.Forex, "VAR", 1.21, 100_000, 0.0048, 0.22, 0.55, 0),
        new("OSTMIR", "Ostra franc in Mir pesos", AssetClass.Forex, "MIR", 104.5, 1_000, 0.0055, 0.18, 0.50, 0),
        new("QENLOR", "Qen dollar in Lor krona", AssetClass.Forex, "LOR", 8.62, 10_000, 0.0060, 0.25, 0.58, 0),
    ];

    /// <summary>The symbol with its suffix.</summary>
    public Symbol Symbol { get; } = Symbol.Parse(Ticker + Suffix);

    /// <summary>What is left of the move for the instrument alone, so that the squares of the three shares make one.</summary>
    public double OwnLoading { get; } = Math.Sqrt(1 - (MarketLoading * MarketLoading) - (ClassLoading * ClassLoading));

    /// <summary>The instrument as every source describes one.</summary>
    public Instrument Describe(string source) => new(Symbol, Name, AssetClass, Currency, source, IsSimulated: true, Timeframes);

    /// <summary>The price on the instrument's grid of ticks.</summary>
    public double PriceOf(double logPrice) => Math.Max(1, Math.Round(Math.Exp(logPrice) * TicksPerUnit)) / TicksPerUnit;
}
