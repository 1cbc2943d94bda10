using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>The value of an earlier row; unknown before there is one.</summary>
internal sealed class ShiftKernel(int bars) : Kernel
{
    private int _seen;

    public override void Reset() => _seen = 0;

    public override void Run(int from, int to)
    {
        var source = Sources[0];
        var target = Targets[0];
        var first = Math.Min(to, from + Math.Max(0, bars - _seen));
        target.AsSpan(from, first - from).Fill(double.NaN);
        source.AsSpan(first - Math.Min(first, bars), to - first).CopyTo(target.AsSpan(first));
        _seen = Math.Min(bars, _seen + to - from);
    }
}
