using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>A function of three values of the row.</summary>
internal sealed class Zip3Kernel(Func<double, double, double, double> function) : Kernel
{
    public override void Run(int from, int to)
    {
        var first = Sources[0].AsSpan(from, to - from);
        var second = Sources[1].AsSpan(from, to - from);
        var third = Sources[2].AsSpan(from, to - from);
        var target = Targets[0].AsSpan(from, to - from);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = double.IsNaN(first[i] + second[i] + third[i]) ? double.NaN : function(first[i], second[i], third[i]);
        }
    }
}
