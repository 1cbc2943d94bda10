using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>Slides a window over a column; unknown until the window is full of known values.</summary>
internal sealed class WindowKernel<TWindow>(int length, TWindow window) : Kernel
    where TWindow : struct, IWindow
{
    private int _known;

    public override void Reset() => _known = 0;

    public override void Run(int from, int to)
    {
        var source = Sources[0];
        var target = Targets[0];
        var known = _known;
        for (var row = from; row < to; row++)
        {
            known = double.IsNaN(source[row]) ? 0 : known + 1;
            target[row] = known < length ? double.NaN : window.Over(source.AsSpan(row - length + 1, length));
        }

        _known = Math.Min(known, length);
    }
}
