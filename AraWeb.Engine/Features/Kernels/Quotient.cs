using System.Numerics;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>left / right, unknown where right is exactly zero.</summary>
internal readonly struct Quotient : IBinaryOperator
{
    public static double Invoke(double left, double right) => right == 0 ? double.NaN : left / right;

    public static Vector<double> Invoke(Vector<double> left, Vector<double> right) => 
        Vector.ConditionalSelect(Vector.Equals(right, Vector<double>.Zero), new Vector<double>(double.NaN), left / right);
}
