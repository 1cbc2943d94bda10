using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels.Recurrences;

/// <summary>Median, median deviation and quartiles of the newest values.</summary>
/// <param name="Length">How many values.</param>
internal record struct OrderStatistics(int Length) : IRecurrence
{
    private const double Quarter = 0.25;

    private readonly SortedRing _ring = new(Length);

    public readonly int Outputs => 4;

    /// <summary>The statistics of a column; those of one column and length are computed once.</summary>
    public static (Column Median, Column MedianDeviation, Column LowerQuartile, Column UpperQuartile) Of(Column source, int length)
    {
        var columns = Column.Recur([source], new OrderStatistics(length));
        return (columns[0], columns[1], columns[2], columns[3]);
    }

    public readonly int LeadOf(int output) => Length - 1;

    public readonly void Reset() => _ring.Clear();

    public readonly void Step(ReadOnlySpan<double> inputs, Span<double> results)
    {
        _ring.Push(inputs[0]);
        if (_ring.IsFull)
        {
            (results[0], results[1]) = (_ring.Median, _ring.MedianDeviation());
            (results[2], results[3]) = (_ring.Quantile(Quarter), _ring.Quantile(1 - Quarter));
        }
        else
        {
            results.Fill(double.NaN);
        }
    }

    public readonly bool Equals(OrderStatistics other) => Length == other.Length;

    public override readonly int GetHashCode() => Length;
}
