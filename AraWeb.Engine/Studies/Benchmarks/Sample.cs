using System.Diagnostics;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>Times of repeated runs of one piece of work, in milliseconds.</summary>
internal sealed class Sample
{
    private readonly double[] _sorted;

    /// <summary>Takes measured times, in any order.</summary>
    public Sample(double[] times)
    {
        Array.Sort(times);
        _sorted = times;
    }

    /// <summary>The middle run; of an even number the slower of the middle two.</summary>
    public double Median => _sorted[_sorted.Length / 2];

    /// <summary>The run that 95 of 100 stay below or at.</summary>
    public double P95 => _sorted[(int)Math.Ceiling(0.95 * _sorted.Length) - 1];

    /// <summary>Runs the work for warming up, then measures it.</summary>
    /// <param name="warmUps">Runs that do not count.</param>
    /// <param name="runs">Runs that count.</param>
    /// <param name="work">The work; gets the number of the run.</param>
    /// <param name="cancellationToken">Looked at before each run.</param>
    public static async Task<Sample> MeasureAsync(int warmUps, int runs, Func<int, Task> work, CancellationToken cancellationToken)
    {
        var times = new double[runs];
        for (var run = -warmUps; run < runs; run++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            await work(run + warmUps);
            if (run >= 0)
            {
                times[run] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        return new Sample(times);
    }
}
