namespace AraWeb.Engine.Providers.Simulation;

/// <summary>What a stream of random numbers is for. The values are part of the seed: they never change.</summary>
internal enum StreamPart
{
    /// <summary>Minutes of the factor that moves every instrument.</summary>
    Market = 1,

    /// <summary>Minutes of an asset class's factor.</summary>
    AssetClass = 2,

    /// <summary>Minutes of an instrument alone.</summary>
    Instrument = 3,

    /// <summary>An instrument's volatility of a session.</summary>
    Session = 4,

    /// <summary>Jumps while a market is closed.</summary>
    Gap = 5,

    /// <summary>Switches of regime.</summary>
    Regime = 6,
}
