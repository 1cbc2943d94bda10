using System.Numerics;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>An operation on two numbers; the two forms give the same bits.</summary>
internal interface IBinaryOperator
{
    /// <summary>One pair.</summary>
    static abstract double Invoke(double left, double right);

    /// <summary>Several pairs at once.</summary>
    static abstract Vector<double> Invoke(Vector<double> left, Vector<double> right);
}
