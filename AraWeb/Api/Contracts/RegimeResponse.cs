using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;

namespace AraWeb.Api.Contracts;

/// <summary>The state of a market with all that is needed to judge it.</summary>
/// <param name="Symbol">Whose market.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="AssetClass">Its kind.</param>
/// <param name="Simulated">True for invented prices.</param>
/// <param name="Timeframe">The span of a bar.</param>
/// <param name="AsOf">Close of the newest bar that was used, UTC.</param>
/// <param name="LastPrice">Its price.</param>
/// <param name="Regime">The state.</param>
/// <param name="Confidence">Filtered probability of that state, 0 to 1.</param>
/// <param name="Probabilities">Filtered probability of each state.</param>
/// <param name="BarsInRegime">Bars since the state last changed, the newest included.</param>
/// <param name="ExpectedDuration">Bars that the state lasts on average from its first; null where it has not ended yet.</param>
/// <param name="Transitions">Probabilities of the state at the next bar, given the one now.</param>
/// <param name="Ahead">Distribution of the state 1 to 30 bars ahead, nearest first.</param>
/// <param name="Features">The features that states are told by.</param>
/// <param name="Profiles">What the states of this market are like.</param>
/// <param name="Detectors">The jump model, which names the state, the hidden Markov model, and where there is a market the jump model that sees it too.</param>
/// <param name="Warnings">What was not as it should be; empty when nothing was.</param>
/// <param name="Provenance">Where it came from.</param>
internal sealed record RegimeResponse(
    string Symbol,
    string Name,
    AssetClass AssetClass,
    bool Simulated,
    string Timeframe,
    DateTimeOffset AsOf,
    double LastPrice,
    RegimeType Regime,
    double Confidence,
    RegimeSharesContract Probabilities,
    int BarsInRegime,
    double? ExpectedDuration,
    RegimeTransitionsContract Transitions,
    IReadOnlyList<RegimeSharesContract> Ahead,
    IReadOnlyList<RegimeFeatureContract> Features,
    IReadOnlyList<RegimeProfileContract> Profiles,
    IReadOnlyList<RegimeDetectorContract> Detectors,
    IReadOnlyList<string> Warnings,
    ProvenanceContract Provenance)
{
    /// <summary>The contract of a result.</summary>
    public static RegimeResponse From(RegimeResult result)
    {
        var report = result.Report;
        return new RegimeResponse(
            result.Instrument.Symbol.Text,
            result.Instrument.Name,
            result.Instrument.AssetClass,
            result.Instrument.IsSimulated,
            result.Timeframe.Code(),
            result.Provenance.DataAsOf,
            result.LastClose,
            report.Current,
            report.Confidence,
            RegimeSharesContract.From(report.Probabilities, 0),
            report.BarsInRegime,
            ApiJson.Known(report.ExpectedDuration),
            RegimeTransitionsContract.From(report),
            [.. Enumerable.Range(0, RegimeReport.Horizon).Select(bars => RegimeSharesContract.From(report.Ahead, bars * RegimeReport.States))],
            [.. report.Features.Select(RegimeFeatureContract.From)],
            [.. report.Profiles.Select(RegimeProfileContract.From)],
            [.. report.Detectors.Select(RegimeDetectorContract.From)],
            report.Warnings,
            ProvenanceContract.From(result.Provenance));
    }
}
