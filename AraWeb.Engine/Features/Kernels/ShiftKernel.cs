using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>The value of an earlier row; unknown before there is one, and after an unknown value as if the series began there.</summary>
internal sealed class ShiftKernel(int bars) : Kernel
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
            target[row] = known > bars ? source[row - bars] : double.NaN;
        }

        _known = Math.Min(known, bars);
    }
}
