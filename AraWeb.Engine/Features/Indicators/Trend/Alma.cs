using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Arnaud Legoux moving average.</summary>
internal sealed class Alma : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 9, minimum: 1);
    private static readonly IndicatorParameter Offset = IndicatorParameter.Real("offset", 0.85, 0.0, 1.0);
    private static readonly IndicatorParameter Sigma = IndicatorParameter.Real("sigma", 6, 0.1, 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "alma",
        "Arnaud Legoux moving average",
        IndicatorFamily.Trend,
        "Average with bell-shaped weights whose top lies near the newest close.",
        "Legoux and Kouzis-Loukas (2009): bell around offset (period - 1) with the width period / sigma, as in Stock.Indicators; Lean and " +
        "Tulip cut the centre to a whole bar.",
        [Period, Offset, Sigma],
        [new("alma", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var (offset, sigma) = (values.Real(Offset), values.Real(Sigma));
        var kind = FormattableString.Invariant($"alma {offset} {sigma}");
        return [bars.Close.Weigh(Weights.Of(kind, values.Whole(Period), length => Bell(length, offset, sigma)))];
    }

    private static double[] Bell(int length, double offset, double sigma)
    {
        var (top, width) = (offset * (length - 1), length / sigma);
        var weights = Enumerable.Range(0, length).Select(i => Math.Exp(-(i - top) * (i - top) / (2 * width * width))).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
