namespace AraWeb.Engine.Evaluation.Reliability;

/// <summary>
/// Rows in the order of their forecast probability, cut into parts of about the same number; equal forecasts are never parted, so there may be fewer parts.
/// </summary>
internal sealed class ForecastBins
{
    private readonly List<(int Start, int End)> _bins = [];

    /// <summary>Sorts and cuts.</summary>
    public ForecastBins(ReadOnlySpan<double> probabilities, int bins)
    {
        var sorted = probabilities.ToArray();
        Order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, Order);
        var start = 0;
        for (var end = 1; end <= sorted.Length; end++)
        {
            // The next cut after the start, with cuts at every N / bins rows.
            var wanted = Math.Floor(((double)start * bins / sorted.Length) + 1) * sorted.Length / bins;
            if (end == sorted.Length || (end >= wanted && sorted[end] != sorted[end - 1]))
            {
                _bins.Add((start, end));
                start = end;
            }
        }
    }

    /// <summary>[N] row numbers, the smallest forecast first.</summary>
    public int[] Order { get; }

    /// <summary>The rows of each part, the smallest forecasts first.</summary>
    public IEnumerable<ArraySegment<int>> Rows => _bins.Select(bin => new ArraySegment<int>(Order, bin.Start, bin.End - bin.Start));
}
