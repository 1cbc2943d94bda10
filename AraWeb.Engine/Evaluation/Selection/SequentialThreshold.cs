using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Evaluation.Selection;

/// <summary>
/// A threshold that keeps a share of calls without hindsight: at each moment it is the quantile of the confidences before. A confidence is known when its
/// forecast is made, so nothing waits for outcomes. Bounded by its window.
/// </summary>
public sealed class SequentialThreshold
{
    private readonly SortedWindow _past;
    private readonly double _coverage;
    private readonly int _minimum;

    /// <summary>Starts without a past.</summary>
    /// <param name="coverage">Share of calls wanted, in (0, 1].</param>
    /// <param name="window">Newest confidences that are remembered.</param>
    /// <param name="minimum">Confidences that must have been seen before the first call, at least 1 and at most the window.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public SequentialThreshold(double coverage, int window, int minimum)
    {
        SelectiveThreshold.RequireCoverage(coverage, nameof(coverage));
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, minimum);
        (_coverage, _minimum) = (coverage, minimum);
        _past = new SortedWindow(window);
    }

    /// <summary>
    /// A call is made at this confidence or above it: positive infinity before the minimum has been seen, negative infinity at full coverage.
    /// </summary>
    public double Threshold => _past.Count < _minimum ? double.PositiveInfinity
        : _coverage == 1 ? double.NegativeInfinity
        : _past.Quantile(1 - _coverage);

    /// <summary>
    /// Decides a whole history: the rows of a day by the threshold before that day, then they join the past. Rows before the minimum has been seen are not
    /// called; leave them out when coverage is measured.
    /// </summary>
    /// <param name="confidences">[N] in time.</param>
    /// <param name="days">[N] the day of each as a number, never falling.</param>
    /// <param name="coverage">Share of calls wanted, in (0, 1].</param>
    /// <param name="window">Newest confidences that are remembered.</param>
    /// <param name="minimum">Confidences that must have been seen before the first call.</param>
    /// <returns>[N] true where a call is made.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a confidence is not finite, or days fall.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static bool[] Calls(ReadOnlySpan<double> confidences, ReadOnlySpan<int> days, double coverage, int window, int minimum)
    {
        Arguments.RequireFinite(confidences, nameof(confidences));
        Arguments.RequireLength(days.Length, confidences.Length, nameof(days));
        var sequence = new SequentialThreshold(coverage, window, minimum);
        var calls = new bool[confidences.Length];
        for (var start = 0; start < calls.Length;)
        {
            var threshold = sequence.Threshold;
            var end = start;
            for (; end < calls.Length && days[end] == days[start]; end++)
            {
                calls[end] = confidences[end] >= threshold;
            }

            if (end < calls.Length && days[end] < days[start])
            {
                throw new ArgumentException($"Day {days[end]} at row {end} comes after day {days[start]}: sort the rows by day.", nameof(days));
            }

            for (; start < end; start++)
            {
                sequence.Add(confidences[start]);
            }
        }

        return calls;
    }

    /// <summary>Takes a confidence into the past, after its own call was decided.</summary>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    public void Add(double confidence)
    {
        Arguments.RequireFinite([confidence], nameof(confidence));
        _past.Add(confidence);
    }
}
