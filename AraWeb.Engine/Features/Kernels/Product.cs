using System.Numerics;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>left * right.</summary>
internal readonly struct Product : IBinaryOperator
{
    public static double Invoke(double left, double right) => left * right;

    public static Vector<double> Invoke(Vector<double> left, Vector<double> right) => left * right;
}
