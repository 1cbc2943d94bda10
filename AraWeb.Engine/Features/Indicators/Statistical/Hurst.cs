using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

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
            var range = price.Window(period + 1, new RescaledRangeWindow(sizes[i]));
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

    // Mean over the chunks, counted from the newest bar, of the range of the cumulated distances from the mean over their deviation.
    private readonly record struct RescaledRangeWindow(int Size) : IWindow
    {
        public double Over(ReadOnlySpan<double> window)
        {
            var chunks = (window.Length - 1) / Size;
            var sum = 0.0;
            for (var start = window.Length - 1 - (chunks * Size); start < window.Length - 1; start += Size)
            {
                sum += RangeOf(window.Slice(start, Size + 1));
            }

            return sum / chunks;
        }

        // Cumulated log returns are the log price itself, less the straight line from the first to the last.
        private static double RangeOf(ReadOnlySpan<double> price)
        {
            var mean = (price[^1] - price[0]) / (price.Length - 1);
            var (lowest, highest, squares) = (0.0, 0.0, 0.0);
            for (var i = 1; i < price.Length; i++)
            {
                var distance = price[i] - price[0] - (i * mean);
                lowest = Math.Min(lowest, distance);
                highest = Math.Max(highest, distance);
                var move = price[i] - price[i - 1] - mean;
                squares += move * move;
            }

            return squares > 0 ? (highest - lowest) / Math.Sqrt(squares / (price.Length - 1)) : 0;
        }
    }
}
