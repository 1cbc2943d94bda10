using AraWeb.Engine.Core;

namespace AraWeb.Api.Contracts;

/// <summary>A probability for each state of a market, 0 to 1; null where the bars do not carry it.</summary>
/// <param name="Bull">Rising, calm.</param>
/// <param name="Bear">Falling, moderately volatile.</param>
/// <param name="Sideways">Range-bound, calm.</param>
/// <param name="HighVolatility">Large swings.</param>
internal sealed record RegimeSharesContract(double? Bull, double? Bear, double? Sideways, double? HighVolatility)
{
    /// <summary>The contract of four numbers from a place on, in the order of <see cref="RegimeType"/>.</summary>
    public static RegimeSharesContract From(IReadOnlyList<double> values, int start)
    {
        double? Of(RegimeType regime) => ApiJson.Known(values[start + (int)regime]);
        return new RegimeSharesContract(Of(RegimeType.Bull), Of(RegimeType.Bear), Of(RegimeType.Sideways), Of(RegimeType.HighVolatility));
    }
}
