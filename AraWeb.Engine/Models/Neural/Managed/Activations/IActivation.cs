using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed.Activations;

/// <summary>A function of every element by itself.</summary>
internal interface IActivation
{
    /// <summary>Its value.</summary>
    static abstract Vector512<float> Value(Vector512<float> x);

    /// <summary>Its derivative, given argument and value.</summary>
    static abstract Vector512<float> Slope(Vector512<float> x, Vector512<float> y);
}
