using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Recurrences;

/// <summary>
/// Volume by price over a window. Inputs: price, volume. Results: the price with most volume, and the top and the bottom of the area around it that holds a
/// share of all. Bins span the prices of the window; each bar counts at its price.
/// </summary>
internal record struct PriceProfile : IRecurrence
{
    private readonly double[] _prices;
    private readonly double[] _volumes;
    private readonly double[] _bins;
    private readonly double _share;
    private int _next;
    private int _seen;

    public PriceProfile(int period, int bins, double share) =>
        (_prices, _volumes, _bins, _share) = (new double[period], new double[period], new double[bins], share);

    public readonly int Outputs => 3;

    public readonly int LeadOf(int output) => _prices.Length - 1;

    // What the arrays hold is overwritten before it is read.
    public void Reset() => (_next, _seen) = (0, 0);

    public void Step(ReadOnlySpan<double> inputs, Span<double> results)
    {
        (_prices[_next], _volumes[_next]) = (inputs[0], inputs[1]);
        _next = _next + 1 == _prices.Length ? 0 : _next + 1;
        _seen = Math.Min(_seen + 1, _prices.Length);
        if (_seen < _prices.Length)
        {
            results.Fill(double.NaN);
            return;
        }

        var (lowest, highest) = (SpanMath.Min(_prices), SpanMath.Max(_prices));
        var width = (highest - lowest) / _bins.Length;
        if (width == 0)
        {
            results.Fill(lowest);
            return;
        }

        var total = Sort(lowest, _bins.Length / (highest - lowest));
        var control = Fullest();
        var (low, high) = Area(control, total);
        results[0] = lowest + ((control + 0.5) * width);
        results[1] = lowest + ((high + 1) * width);
        results[2] = lowest + (low * width);
    }

    private readonly double Sort(double lowest, double binsPerPrice)
    {
        var (prices, volumes, bins) = (_prices, _volumes, _bins);
        var total = SpanMath.Sum(volumes);
        var isTraded = total > 0;
        bins.AsSpan().Clear();
        for (var i = 0; i < prices.Length; i++)
        {
            // The highest price belongs to the last bin.
            var bin = Math.Min((int)((prices[i] - lowest) * binsPerPrice), bins.Length - 1);
            bins[bin] += isTraded ? volumes[i] : 1;
        }

        return isTraded ? total : prices.Length;
    }

    private readonly int Fullest()
    {
        var (bins, best) = (_bins, 0);
        for (var i = 1; i < bins.Length; i++)
        {
            best = bins[i] > bins[best] ? i : best;
        }

        return best;
    }

    private readonly (int Low, int High) Area(int control, double total)
    {
        var bins = _bins;
        var (low, high, sum) = (control, control, bins[control]);
        while (sum < total * _share && (low > 0 || high < bins.Length - 1))
        {
            var isUp = low == 0 || (high < bins.Length - 1 && bins[high + 1] >= bins[low - 1]);
            sum += isUp ? bins[++high] : bins[--low];
        }

        return (low, high);
    }
}
