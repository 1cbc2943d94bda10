using System.Runtime.InteropServices;
using AraWeb.Engine.Models.Neural.Managed;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Models.Neural.Managed;

public sealed class MatrixProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 130, 70)]
    [InlineData(1, 64, 200)]
    [InlineData(3, 33, 5)]
    [InlineData(4, 64, 16)]
    [InlineData(8, 32, 193)]
    [InlineData(60, 192, 64)]
    [InlineData(61, 95, 385)]
    [InlineData(200, 65, 300)]
    public void Multiply_AnyLengths_EqualsSumsInDoublePrecision(int m, int n, int k)
    {
        var left = Draw(m * k, 1);
        var right = Draw(k * n, 2);
        var start = Draw(m * n, 3);
        foreach (var add in new[] { false, true })
        {
            foreach (var turned in new[] { false, true })
            {
                var actual = Multiply(left, right, start, m, n, k, add, turned);
                for (var i = 0; i < m; i++)
                {
                    for (var j = 0; j < n; j++)
                    {
                        var sum = add ? start[(i * n) + j] : 0.0;
                        for (var p = 0; p < k; p++)
                        {
                            sum += (double)left[(i * k) + p] * right[(p * n) + j];
                        }

                        Assert.Equal(sum, actual[turned ? (j * m) + i : (i * n) + j], 1e-6 * (1 + sum));
                    }
                }
            }
        }
    }

    private static float[] Draw(int count, int stream) => [.. CongruentialStream.Take(count, stream).Select(value => (float)value)];

    /// <summary>C += A B, or its transpose from transposed factors over the same memory.</summary>
    private static float[] Multiply(float[] left, float[] right, float[] start, int m, int n, int k, bool add, bool turned)
    {
        var (a, b, c) = (Pinned(left), Pinned(right), Pinned(start));
        for (var i = 0; i < m * n; i++)
        {
            c[turned ? (i % n * m) + (i / n) : i] = start[i];
        }

        var (x, y) = (new StepMatrix(Address(a), m, k, k, 1), new StepMatrix(Address(b), k, n, n, 1));
        var product = new MatrixProduct();
        if (turned)
        {
            product.Multiply(y.Transposed, x.Transposed, new StepMatrix(Address(c), n, m, m, 1), add);
        }
        else
        {
            product.Multiply(x, y, new StepMatrix(Address(c), m, n, n, 1), add);
        }

        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return c;
    }

    private static float[] Pinned(float[] values)
    {
        var pinned = GC.AllocateArray<float>(values.Length, pinned: true);
        values.CopyTo(pinned, 0);
        return pinned;
    }

    private static nint Address(float[] pinned) => Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
}
