using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;

namespace AraWeb.Api.Contracts;

/// <summary>Where a market goes at the next bar from each state.</summary>
/// <param name="Bull">From bull.</param>
/// <param name="Bear">From bear.</param>
/// <param name="Sideways">From sideways.</param>
/// <param name="HighVolatility">From high volatility.</param>
internal sealed record RegimeTransitionsContract(
    RegimeSharesContract Bull, RegimeSharesContract Bear, RegimeSharesContract Sideways, RegimeSharesContract HighVolatility)
{
    /// <summary>The contract of a report's transitions.</summary>
    public static RegimeTransitionsContract From(RegimeReport report)
    {
        RegimeSharesContract Of(RegimeType regime) => RegimeSharesContract.From(report.Transitions, (int)regime * RegimeReport.States);
        return new RegimeTransitionsContract(Of(RegimeType.Bull), Of(RegimeType.Bear), Of(RegimeType.Sideways), Of(RegimeType.HighVolatility));
    }
}
