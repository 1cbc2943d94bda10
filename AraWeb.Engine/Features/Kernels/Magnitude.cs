using System.Numerics;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>Size without sign.</summary>
internal readonly struct Magnitude : IUnaryOperator
{
    public static double Invoke(double value) => Math.Abs(value);

    public static Vector<double> Invoke(Vector<double> values) => Vector.Abs(values);
}
