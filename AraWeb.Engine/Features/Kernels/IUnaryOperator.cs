using System.Numerics;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>An operation on one number; the two forms give the same bits.</summary>
internal interface IUnaryOperator
{
    /// <summary>One value.</summary>
    static abstract double Invoke(double value);

    /// <summary>Several values at once.</summary>
    static abstract Vector<double> Invoke(Vector<double> values);
}
