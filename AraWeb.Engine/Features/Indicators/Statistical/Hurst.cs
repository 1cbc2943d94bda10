using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Hurst exponent.</summary>
internal sealed class Hurst : IIndicator
{
    private const int SmallestChunk = 8;
    private const int LargestPower = 5;

    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 100, minimum: 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "hurst",
        "Hurst exponent",
        IndicatorFamily.Statistical,
        "Memory of the log returns: above 0.5 they go on, below they turn; plain, and corrected for short windows.",
        "Hurst (1951), rescaled range over halved chunks of at least 8 bars; correction of Anis and Lloyd (1976); both as in " +
        "Stock.Indicators. Unknown where a window stood still.",
        [Period],
        [new("hurst", OutputUnit.Scaleless), new("corrected", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var price = bars.Close.Log();
        var sizes = Sizes(period);
        var weights = Slope(sizes);
        Column? plain = null;
        Column? corrected = null;
        for (var i = 0; i < sizes.Length; i++)
        {
            var range = price.Window(period + 1, new RescaledRangeWindow(sizes[i], Steps(sizes[i])));
            var shift = Math.Sqrt(Math.PI * sizes[i] / 2) - Expected(sizes[i]);
            plain = Add(plain, range.Log() * weights[i]);
            corrected = Add(corrected, (range + shift).Log() * weights[i]);
        }

        return [plain!, corrected!];
    }

    private static Column Add(Column? sum, Column next) => sum is null ? next : sum + next;

    private static int[] Sizes(int period) =>
        [.. Enumerable.Range(0, LargestPower + 1).Select(power => period >> power).TakeWhile((size, power) => power < 2 || size >= SmallestChunk)];

    // Weights whose sum with the logarithms is their slope over the logarithm of the size.
    private static double[] Slope(int[] sizes)
    {
        var logs = sizes.Select(size => Math.Log(size)).ToArray();
        var mean = logs.Average();
        var spread = logs.Sum(log => (log - mean) * (log - mean));
        return [.. logs.Select(log => (log - mean) / spread)];
    }

    // Mean rescaled range of independent normal values: Anis and Lloyd with the quotient of gamma functions as a product.
    private static double Expected(int size)
    {
        var sum = 0.0;
        for (var i = 1; i < size; i++)
        {
            sum += Math.Sqrt((double)(size - i) / i);
        }

        // gamma((n - 1) / 2) / gamma(n / 2), from its values at 2 and 3 upwards in steps of two.
        var quotient = size % 2 == 0 ? Math.Sqrt(Math.PI) : 2 / Math.Sqrt(Math.PI);
        for (var k = size % 2 == 0 ? 2 : 3; k < size; k += 2)
        {
            quotient *= (k - 1.0) / k;
        }

        return quotient / Math.Sqrt(Math.PI) * sum;
    }

    private static double[] Steps(int size) => Weights.Of("1, 2, 3 ...", size, static n => [.. Enumerable.Range(1, n).Select(step => (double)step)]);
}
