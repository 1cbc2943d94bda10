using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>A function of one value of the row.</summary>
internal sealed class MapKernel(Func<double, double> function) : Kernel
{
    public override void Run(int from, int to)
    {
        var source = Sources[0].AsSpan(from, to - from);
        var target = Targets[0].AsSpan(from, to - from);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = double.IsNaN(source[i]) ? double.NaN : function(source[i]);
        }
    }
}
