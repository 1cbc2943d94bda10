using System.Numerics;
using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>Quotient of two columns with a value for denominators of exactly zero; unknown where one of the two is.</summary>
internal sealed class SafeQuotientKernel(double whenZero) : Kernel
{
    public override void Run(int from, int to)
    {
        var numerator = Sources[0].AsSpan(from, to - from);
        var denominator = Sources[1].AsSpan(from, to - from);
        var target = Targets[0].AsSpan(from, to - from);
        var neutral = new Vector<double>(whenZero);
        var i = 0;
        for (; i <= target.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var (above, below) = (new Vector<double>(numerator[i..]), new Vector<double>(denominator[i..]));
            var isNeutral = Vector.Equals(below, Vector<double>.Zero) & Vector.Equals(above, above);
            Vector.ConditionalSelect(isNeutral, neutral, above / below).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] = denominator[i] == 0 && !double.IsNaN(numerator[i]) ? whenZero : numerator[i] / denominator[i];
        }
    }
}
