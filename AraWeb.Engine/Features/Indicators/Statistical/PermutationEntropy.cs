using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Permutation entropy.</summary>
internal sealed class PermutationEntropy : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50, minimum: 10);
    private static readonly IndicatorParameter Order = IndicatorParameter.Whole("order", 3, maximum: 5);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "permutation-entropy",
        "Permutation entropy",
        IndicatorFamily.Statistical,
        "How evenly the orders of neighbouring closes occur: 1 for noise, 0 for one that repeats.",
        "Bandt and Pompe (2002), over the log of the number of orders; equal closes count as rising.",
        [Period, Order],
        [new("entropy", OutputUnit.Scaleless, 0, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [bars.Close.Recur(new OrdinalPatterns(values.Whole(Period), values.Whole(Order)))];
}
