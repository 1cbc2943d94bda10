namespace AraWeb.Engine.Evaluation.Resampling;

/// <summary>
/// The stationary bootstrap of Politis and Romano (1994): blocks that start anywhere on the series bent to a circle, with geometric lengths, until there are as
/// many rows as in the series. A sample is a list of blocks, so its sum is a handful of differences of running sums and not a walk over its rows.
/// </summary>
internal sealed class BlockSampler
{
    private readonly int _count;
    private readonly double _logOfGoingOn;
    private readonly Random _random;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private int _blocks;

    /// <summary>Makes a sampler of <paramref name="count"/> rows, at least one.</summary>
    public BlockSampler(int count, BootstrapSettings settings)
    {
        _count = count;
        _logOfGoingOn = Math.Log(1 - (1 / settings.BlockLength));
        _random = new Random(settings.Seed);
        _starts = new int[count];
        _ends = new int[count];
    }

    /// <summary>Sums from the first row on, over the series and once more over it, so that a block may run past the end.</summary>
    public static double[] RunningSums(ReadOnlySpan<double> values)
    {
        var sums = new double[(2 * values.Length) + 1];
        for (var i = 0; i < 2 * values.Length; i++)
        {
            sums[i + 1] = sums[i] + values[i < values.Length ? i : i - values.Length];
        }

        return sums;
    }

    /// <summary>Draws the next sample.</summary>
    public void Draw()
    {
        _blocks = 0;
        for (var left = _count; left > 0;)
        {
            var start = _random.Next(_count);

            // The number of trials up to the first end, by the inverse of its distribution.
            var length = _logOfGoingOn == double.NegativeInfinity ? 1 : 1 + Math.Floor(Math.Log(1 - _random.NextDouble()) / _logOfGoingOn);
            var taken = length < left ? (int)length : left;
            _starts[_blocks] = start;
            _ends[_blocks++] = start + taken;
            left -= taken;
        }
    }

    /// <summary>Sum over the sample of a series whose running sums are given.</summary>
    public double Sum(ReadOnlySpan<double> runningSums)
    {
        var sum = 0.0;
        for (var block = 0; block < _blocks; block++)
        {
            sum += runningSums[_ends[block]] - runningSums[_starts[block]];
        }

        return sum;
    }
}
