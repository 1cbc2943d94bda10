using System.Numerics;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>The greater of two; unknown where one is.</summary>
internal readonly struct Greater : IBinaryOperator
{
    public static double Invoke(double left, double right) => left > right || double.IsNaN(left) ? left : right;

    public static Vector<double> Invoke(Vector<double> left, Vector<double> right) => 
        Vector.ConditionalSelect(Vector.GreaterThan(left, right) | ~Vector.Equals(left, left), left, right);
}
