using System.Numerics;
using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>An operation on two columns, several rows at once.</summary>
internal sealed class BinaryKernel<TOperator> : Kernel
    where TOperator : struct, IBinaryOperator
{
    public override void Run(int from, int to)
    {
        var left = Sources[0].AsSpan(from, to - from);
        var right = Sources[1].AsSpan(from, to - from);
        var target = Targets[0].AsSpan(from, to - from);
        var i = 0;
        for (; i <= target.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            TOperator.Invoke(new Vector<double>(left[i..]), new Vector<double>(right[i..])).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] = TOperator.Invoke(left[i], right[i]);
        }
    }
}
