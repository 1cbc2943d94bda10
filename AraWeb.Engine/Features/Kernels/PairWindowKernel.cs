using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>Slides a window over two columns; unknown until both windows are full of known values.</summary>
internal sealed class PairWindowKernel<TWindow>(int length, TWindow window) : Kernel
    where TWindow : struct, IPairWindow
{
    private int _known;

    public override void Reset() => _known = 0;

    public override void Run(int from, int to)
    {
        var (first, second) = (Sources[0], Sources[1]);
        var target = Targets[0];
        var known = _known;
        for (var row = from; row < to; row++)
        {
            known = double.IsNaN(first[row]) || double.IsNaN(second[row]) ? 0 : known + 1;
            target[row] = known < length
                ? double.NaN
                : window.Over(first.AsSpan(row - length + 1, length), second.AsSpan(row - length + 1, length));
        }

        _known = Math.Min(known, length);
    }
}
