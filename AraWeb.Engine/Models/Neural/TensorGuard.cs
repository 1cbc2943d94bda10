using System.Runtime.CompilerServices;

namespace AraWeb.Engine.Models.Neural;

/// <summary>Refuses tensors whose lengths do not fit an operation.</summary>
internal static class TensorGuard
{
    /// <exception cref="ArgumentException">The condition does not hold; names the operation and the lengths.</exception>
    public static void Fits(bool holds, TensorShape a, TensorShape b, [CallerMemberName] string operation = "")
    {
        if (!holds)
        {
            throw new ArgumentException($"{operation} cannot take tensors of {a} and {b}.", nameof(a));
        }
    }
}
