using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>Row by row: softmax, layer norm, sums and copies of ranges. Rows may have any length.</summary>
internal static unsafe class RowKernel
{
    /// <summary>Added to variances, as torch.nn.LayerNorm does.</summary>
    public const float VarianceFloor = 1e-5f;

    private const int Lanes = 16;

    /// <summary>softmax(scale * x) of one row.</summary>
    /// <param name="x">[room] the row; the elements from width on are ignored.</param>
    /// <param name="y">[room] the result; zero from width on. May be x.</param>
    /// <param name="width">Elements that count.</param>
    /// <param name="room">Elements that may be read and written, whole vectors.</param>
    /// <param name="scale">Factor of the exponents.</param>
    public static void Softmax(float* x, float* y, int width, int room, float scale)
    {
        var last = (width - 1) / Lanes * Lanes;
        var mask = Vector512.LessThan(Vector512<float>.Indices, Vector512.Create((float)(width - last)));
        var top = Vector512.Create(float.NegativeInfinity);
        for (var i = 0; i < last; i += Lanes)
        {
            top = Vector512.MaxNative(top, Vector512.Load(x + i));
        }

        top = Vector512.MaxNative(top, Vector512.ConditionalSelect(mask, Vector512.Load(x + last), top));
        var shift = Vector512.Create(-SingleMath.Largest(top) * scale);
        var factor = Vector512.Create(scale);
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < last; i += Lanes)
        {
            var value = SingleMath.Exp(Vector512.FusedMultiplyAdd(Vector512.Load(x + i), factor, shift));
            value.Store(y + i);
            sum += value;
        }

        var tail = SingleMath.Exp(Vector512.FusedMultiplyAdd(Vector512.Load(x + last), factor, shift));
        tail = Vector512.ConditionalSelect(mask, tail, Vector512<float>.Zero);
        var norm = Vector512.Create(1 / Vector512.Sum(sum + tail));
        (tail * norm).Store(y + last);
        for (var i = 0; i < last; i += Lanes)
        {
            (Vector512.Load(y + i) * norm).Store(y + i);
        }

        for (var i = last + Lanes; i < room; i += Lanes)
        {
            Vector512<float>.Zero.Store(y + i);
        }
    }

    /// <summary>dx = factor * y * (dy - sum(dy * y)) of one row whose filling is zero; may stand in for dy.</summary>
    public static void SoftmaxGradient(float* y, float* dy, float* dx, int room, float factor)
    {
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < room; i += Lanes)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Load(y + i), Vector512.Load(dy + i), sum);
        }

        var mean = Vector512.Create(Vector512.Sum(sum));
        for (var i = 0; i < room; i += Lanes)
        {
            (Vector512.Load(y + i) * (Vector512.Load(dy + i) - mean) * factor).Store(dx + i);
        }
    }

    /// <summary>Layer norm of one row.</summary>
    /// <returns>Mean and inverse deviation.</returns>
    public static (float Mean, float Inverse) LayerNorm(float* x, float* gain, float* shift, float* y, int width)
    {
        var row = new ReadOnlySpan<float>(x, width);
        var mean = TensorPrimitives.Sum(row) / width;
        var squares = Vector512<float>.Zero;
        var i = 0;
        for (; i + Lanes <= width; i += Lanes)
        {
            var distance = Vector512.Load(x + i) - Vector512.Create(mean);
            squares = Vector512.FusedMultiplyAdd(distance, distance, squares);
        }

        var variance = Vector512.Sum(squares);
        for (; i < width; i++)
        {
            variance += (x[i] - mean) * (x[i] - mean);
        }

        var inverse = 1 / MathF.Sqrt((variance / width) + VarianceFloor);
        for (i = 0; i + Lanes <= width; i += Lanes)
        {
            var standard = (Vector512.Load(x + i) - Vector512.Create(mean)) * inverse;
            Vector512.FusedMultiplyAdd(standard, Vector512.Load(gain + i), Vector512.Load(shift + i)).Store(y + i);
        }

        for (; i < width; i++)
        {
            y[i] = ((x[i] - mean) * inverse * gain[i]) + shift[i];
        }

        return (mean, inverse);
    }

    /// <summary>Adds the gradients of one row's layer norm; dx, dgain and dshift are added to.</summary>
    public static void LayerNormGradient(
        float* x, float* gain, float* dy, float* dx, float* gainGradient, float* shiftGradient, int width, float mean, float inverse)
    {
        var (plain, crossed) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (plainTail, crossedTail) = (0f, 0f);
        var i = 0;
        for (; i + Lanes <= width; i += Lanes)
        {
            var standard = (Vector512.Load(x + i) - Vector512.Create(mean)) * inverse;
            var slope = Vector512.Load(dy + i);
            Vector512.FusedMultiplyAdd(slope, standard, Vector512.Load(gainGradient + i)).Store(gainGradient + i);
            (Vector512.Load(shiftGradient + i) + slope).Store(shiftGradient + i);
            slope *= Vector512.Load(gain + i);
            plain += slope;
            crossed = Vector512.FusedMultiplyAdd(slope, standard, crossed);
        }

        for (; i < width; i++)
        {
            var standard = (x[i] - mean) * inverse;
            gainGradient[i] += dy[i] * standard;
            shiftGradient[i] += dy[i];
            plainTail += dy[i] * gain[i];
            crossedTail += dy[i] * gain[i] * standard;
        }

        var first = (Vector512.Sum(plain) + plainTail) / width;
        var second = (Vector512.Sum(crossed) + crossedTail) / width;
        for (i = 0; i + Lanes <= width; i += Lanes)
        {
            var standard = (Vector512.Load(x + i) - Vector512.Create(mean)) * inverse;
            var slope = Vector512.Load(dy + i) * Vector512.Load(gain + i);
            (Vector512.Load(dx + i) + ((slope - Vector512.Create(first) - (standard * second)) * inverse)).Store(dx + i);
        }

        for (; i < width; i++)
        {
            dx[i] += ((dy[i] * gain[i]) - first - ((x[i] - mean) * inverse * second)) * inverse;
        }
    }

    /// <summary>Adds rows to a row.</summary>
    public static void AddRows(float* rows, int count, int width, float* to)
    {
        for (var row = 0; row < count; row++, rows += width)
        {
            Add(rows, to, width);
        }
    }

    /// <summary>to += from.</summary>
    public static void Add(float* from, float* to, int count) => AddScaled(from, 1, to, count);

    /// <summary>to += factor * from.</summary>
    public static void AddScaled(float* from, float factor, float* to, int count)
    {
        var i = 0;
        for (; i + Lanes <= count; i += Lanes)
        {
            Vector512.FusedMultiplyAdd(Vector512.Load(from + i), Vector512.Create(factor), Vector512.Load(to + i)).Store(to + i);
        }

        for (; i < count; i++)
        {
            to[i] += factor * from[i];
        }
    }

    /// <summary>Copies a row.</summary>
    public static void Copy(float* from, float* to, int count) => new ReadOnlySpan<float>(from, count).CopyTo(new Span<float>(to, count));
}
