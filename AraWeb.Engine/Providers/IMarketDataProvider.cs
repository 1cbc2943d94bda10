namespace AraWeb.Engine.Providers;

/// <summary>A source of market data outside the store. One file under Local/ or Remote/ each.</summary>
public interface IMarketDataProvider : IBarSource
{
    /// <summary>Short lower-case name, for example <c>csv</c>; it becomes <see cref="Core.Instrument.Source"/>.</summary>
    string Name { get; }

    /// <summary>True when the prices are invented.</summary>
    bool IsSimulated { get; }
}
