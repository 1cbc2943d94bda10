using System.Numerics;
using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>An operation on a column, several rows at once.</summary>
internal sealed class UnaryKernel<TOperator> : Kernel
    where TOperator : struct, IUnaryOperator
{
    public override void Run(int from, int to)
    {
        var source = Sources[0].AsSpan(from, to - from);
        var target = Targets[0].AsSpan(from, to - from);
        var i = 0;
        for (; i <= target.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            TOperator.Invoke(new Vector<double>(source[i..])).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] = TOperator.Invoke(source[i]);
        }
    }
}
