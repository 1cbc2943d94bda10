using System.Numerics;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>Square root; unknown for negative values.</summary>
internal readonly struct SquareRoot : IUnaryOperator
{
    public static double Invoke(double value) => Math.Sqrt(value);

    public static Vector<double> Invoke(Vector<double> values) => Vector.SquareRoot(values);
}
