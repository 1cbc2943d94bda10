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
    private static unsafe float[] Multiply(float[] left, float[] right, float[] start, int m, int n, int k, bool add, bool turned)
    {
        var (a, b, c) = (new AlignedBuffer(), new AlignedBuffer(), new AlignedBuffer());
        left.CopyTo(new Span<float>(a.Take(left.Length), left.Length));
        right.CopyTo(new Span<float>(b.Take(right.Length), right.Length));
        var result = new Span<float>(c.Take(m * n), m * n);
        for (var i = 0; i < m * n; i++)
        {
            result[turned ? (i % n * m) + (i / n) : i] = start[i];
        }

        var (x, y) = (new StepMatrix(a.Take(0), m, k), new StepMatrix(b.Take(0), k, n));
        var product = new MatrixProduct();
        if (turned)
        {
            product.Multiply(y.Transposed, x.Transposed, new StepMatrix(c.Take(0), n, m), add);
        }
        else
        {
            product.Multiply(x, y, new StepMatrix(c.Take(0), m, n), add);
        }

        var copy = result.ToArray();
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        return copy;
    }
}
