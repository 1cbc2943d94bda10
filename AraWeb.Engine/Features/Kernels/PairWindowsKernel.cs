using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>Slides a window with several results over two columns; unknown until both windows are full of known values.</summary>
internal sealed class PairWindowsKernel<TWindows>(int length, TWindows windows) : Kernel
    where TWindows : struct, IPairWindows
{
    private const int Most = 8;

    private int _known;

    public override void Reset() => _known = 0;

    public override void Run(int from, int to)
    {
        var (first, second, targets) = (Sources[0], Sources[1], Targets);
        Span<double> results = stackalloc double[Most];
        results = results[..targets.Length];
        var known = _known;
        for (var row = from; row < to; row++)
        {
            known = double.IsNaN(first[row]) || double.IsNaN(second[row]) ? 0 : known + 1;
            if (known < length)
            {
                results.Fill(double.NaN);
            }
            else
            {
                windows.Over(first.AsSpan(row - length + 1, length), second.AsSpan(row - length + 1, length), results);
            }

            for (var i = 0; i < results.Length; i++)
            {
                targets[i][row] = results[i];
            }
        }

        _known = Math.Min(known, length);
    }
}
