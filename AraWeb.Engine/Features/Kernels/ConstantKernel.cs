using System.Numerics;
using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>An operation on a column and one number.</summary>
internal sealed class ConstantKernel<TOperator>(double constant, bool constantFirst) : Kernel
    where TOperator : struct, IBinaryOperator
{
    public override void Run(int from, int to)
    {
        var source = Sources[0].AsSpan(from, to - from);
        var target = Targets[0].AsSpan(from, to - from);
        var repeated = new Vector<double>(constant);
        var i = 0;
        for (; i <= target.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var values = new Vector<double>(source[i..]);
            (constantFirst ? TOperator.Invoke(repeated, values) : TOperator.Invoke(values, repeated)).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] = constantFirst ? TOperator.Invoke(constant, source[i]) : TOperator.Invoke(source[i], constant);
        }
    }
}
