using AraWeb.Engine.Core;

namespace AraWeb.Engine.Regime;

/// <summary>The state of a symbol's market with all that is needed to judge it.</summary>
/// <param name="Instrument">Whose market.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="LastBar">Start of the newest bar used, UTC.</param>
/// <param name="LastClose">Its close.</param>
/// <param name="Report">The state.</param>
/// <param name="Provenance">Source, data time, detectors and inputs hash.</param>
public sealed record RegimeResult(
    Instrument Instrument, Timeframe Timeframe, DateTimeOffset LastBar, double LastClose, RegimeReport Report, Provenance Provenance);
