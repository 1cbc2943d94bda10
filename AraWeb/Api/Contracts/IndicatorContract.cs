using AraWeb.Engine.Features;

namespace AraWeb.Api.Contracts;

/// <summary>An indicator of the catalogue.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Family">Its group.</param>
/// <param name="Summary">What it measures.</param>
/// <param name="Source">Where the formula comes from, and the convention followed.</param>
/// <param name="Parameters">What can be set.</param>
/// <param name="Outputs">Its lines.</param>
/// <param name="Warmup">Bars before every line has its first value, with the usual parameters.</param>
internal sealed record IndicatorContract(
    string Id,
    string Name,
    IndicatorFamily Family,
    string Summary,
    string Source,
    IReadOnlyList<IndicatorParameterContract> Parameters,
    IReadOnlyList<IndicatorOutputContract> Outputs,
    int Warmup)
{
    /// <summary>The contract of an indicator.</summary>
    public static IndicatorContract From(IndicatorSpec spec)
    {
        var calculator = new FeatureCalculator([FeatureRequest.Of(spec.Id)]);
        return new IndicatorContract(
            spec.Id,
            spec.Name,
            spec.Family,
            spec.Summary,
            spec.Source,
            [.. spec.Parameters.Select(IndicatorParameterContract.From)],
            [.. calculator.Columns.Select(IndicatorOutputContract.From)],
            calculator.Warmup);
    }
}
