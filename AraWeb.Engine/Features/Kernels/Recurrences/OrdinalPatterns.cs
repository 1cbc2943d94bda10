using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Kernels.Recurrences;

/// <summary>Entropy, from 0 to 1, of the orders in which neighbouring values stand; one order leaves the window and one comes.</summary>
internal record struct OrdinalPatterns : IRecurrence
{
    private readonly double[] _recent;
    private readonly int[] _patterns;
    private readonly int[] _counts;
    private readonly double[] _information;
    private readonly double _most;
    private int _seen;
    private int _next;

    /// <summary>Makes the state.</summary>
    /// <param name="length">Values in the window.</param>
    /// <param name="order">Values in a pattern.</param>
    public OrdinalPatterns(int length, int order)
    {
        var patterns = length - order + 1;
        var kinds = Enumerable.Range(1, order).Aggregate(1, (product, factor) => product * factor);
        (_recent, _patterns, _counts) = (new double[order], new int[patterns], new int[kinds]);
        (_information, _most) = (InformationTable.Of(patterns), Math.Log(kinds));
    }

    public readonly int LeadOf(int output) => _recent.Length + _patterns.Length - 2;

    public void Reset()
    {
        Array.Clear(_counts);
        (_seen, _next) = (0, 0);
    }

    public void Step(ReadOnlySpan<double> inputs, Span<double> results)
    {
        _recent.AsSpan(1).CopyTo(_recent);
        _recent[^1] = inputs[0];
        results[0] = double.NaN;
        if (++_seen < _recent.Length)
        {
            return;
        }

        var isFull = _seen >= _recent.Length + _patterns.Length;
        if (isFull)
        {
            _counts[_patterns[_next]]--;
            _seen--;
        }

        var pattern = Pattern();
        _patterns[_next] = pattern;
        _counts[pattern]++;
        _next = _next + 1 == _patterns.Length ? 0 : _next + 1;
        results[0] = _seen < _recent.Length + _patterns.Length - 1 ? double.NaN : Entropy();
    }

    // Number of the permutation: for each value the later ones that are smaller, in the factorial system.
    private readonly int Pattern()
    {
        var number = 0;
        for (var i = 0; i < _recent.Length - 1; i++)
        {
            var smaller = 0;
            for (var j = i + 1; j < _recent.Length; j++)
            {
                smaller += _recent[j] < _recent[i] ? 1 : 0;
            }

            number = (number * (_recent.Length - i)) + smaller;
        }

        return number;
    }

    private readonly double Entropy()
    {
        var sum = 0.0;
        foreach (var count in _counts)
        {
            sum += _information[count];
        }

        return sum / _most;
    }
}
