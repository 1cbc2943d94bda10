using System.Runtime.Intrinsics;
using AraWeb.Engine.Models.Neural.Managed.Activations;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// Element by element. Buffers are filled up to whole vectors and begin a cache line, so loops take whole vectors only; what stands in the filling
/// is never read.
/// </summary>
internal static unsafe class ElementKernel
{
    private const int Lanes = 16;

    /// <summary>Values of a function.</summary>
    public static void Map<T>(float* x, float* y, int count)
        where T : struct, IActivation
    {
        for (var i = 0; i < count; i += Lanes)
        {
            T.Value(Vector512.LoadAligned(x + i)).StoreAligned(y + i);
        }
    }

    /// <summary>Adds the gradient of a function's argument.</summary>
    public static void MapGradient<T>(float* x, float* y, float* dy, float* dx, int count)
        where T : struct, IActivation
    {
        for (var i = 0; i < count; i += Lanes)
        {
            var slope = T.Slope(Vector512.LoadAligned(x + i), Vector512.LoadAligned(y + i));
            Vector512.FusedMultiplyAdd(slope, Vector512.LoadAligned(dy + i), Vector512.LoadAligned(dx + i)).StoreAligned(dx + i);
        }
    }

    /// <summary>to = a + factor * b.</summary>
    public static void Sum(float* a, float* b, float factor, float* to, int count)
    {
        for (var i = 0; i < count; i += Lanes)
        {
            Vector512.FusedMultiplyAdd(Vector512.LoadAligned(b + i), Vector512.Create(factor), Vector512.LoadAligned(a + i)).StoreAligned(to + i);
        }
    }

    /// <summary>to += factor * from.</summary>
    public static void AddTo(float* from, float factor, float* to, int count) => Sum(to, from, factor, to, count);

    /// <summary>to = factor * from.</summary>
    public static void Scale(float* from, float factor, float* to, int count)
    {
        for (var i = 0; i < count; i += Lanes)
        {
            (Vector512.LoadAligned(from + i) * factor).StoreAligned(to + i);
        }
    }

    /// <summary>to = a * b.</summary>
    public static void Product(float* a, float* b, float* to, int count)
    {
        for (var i = 0; i < count; i += Lanes)
        {
            (Vector512.LoadAligned(a + i) * Vector512.LoadAligned(b + i)).StoreAligned(to + i);
        }
    }

    /// <summary>to += a * b.</summary>
    public static void AddProduct(float* a, float* b, float* to, int count)
    {
        for (var i = 0; i < count; i += Lanes)
        {
            Vector512.FusedMultiplyAdd(Vector512.LoadAligned(a + i), Vector512.LoadAligned(b + i), Vector512.LoadAligned(to + i)).StoreAligned(to + i);
        }
    }
}
