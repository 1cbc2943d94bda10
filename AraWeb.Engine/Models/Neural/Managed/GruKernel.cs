using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>The recurrence of a GRU with all gates of a step in one pass over the state. Gates in the order reset, update, new.</summary>
internal sealed unsafe class GruKernel(MatrixProduct product)
{
    private const int Gates = 3;
    private const int Lanes = 16;

    private readonly AlignedBuffer _packed = new();
    private readonly AlignedBuffer _inner = new();

    /// <summary>Runs through the steps.</summary>
    /// <param name="gates">[batch, steps, 3 H] what the input says of the gates; becomes the gates.</param>
    /// <param name="recurrent">[H, 3 H] recurrent weights.</param>
    /// <param name="bias">[3 H] recurrent bias.</param>
    /// <param name="kept">[batch, steps, H] receives what the state says of the new one before the reset gate.</param>
    /// <param name="y">[batch, steps, H] receives the outputs.</param>
    /// <param name="lengths">The lengths.</param>
    public void Forward(float* gates, float* recurrent, float* bias, float* kept, float* y, RecurrentLengths lengths)
    {
        var (batch, steps, h) = (lengths.Batch, lengths.Steps, lengths.State);
        var packed = MatrixProduct.Pack(new StepMatrix(recurrent, h, Gates * h), _packed);
        var inner = _inner.Take(batch * Gates * h);
        for (var step = 0; step < steps; step++)
        {
            for (var row = 0; row < batch; row++)
            {
                RowKernel.Copy(bias, inner + (row * Gates * h), Gates * h);
            }

            if (step > 0)
            {
                product.Multiply(At(y, step - 1, h, lengths), packed, new StepMatrix(inner, batch, Gates * h), add: true);
            }

            for (var row = 0; row < batch; row++)
            {
                var position = ((nint)row * steps) + step;
                var before = step > 0 ? y + ((position - 1) * h) : null;
                Cell(gates + (position * Gates * h), inner + (row * Gates * h), before, kept + (position * h), y + (position * h), h);
            }
        }
    }

    /// <summary>Turns the gradient of the outputs into those of what input and state give to the gates.</summary>
    /// <param name="gates">What <see cref="Forward"/> left.</param>
    /// <param name="recurrent">[H, 3 H] recurrent weights.</param>
    /// <param name="kept">What was kept.</param>
    /// <param name="y">The outputs.</param>
    /// <param name="dy">Their gradient.</param>
    /// <param name="slopes">[batch, steps, 3 H] receives the gradient of the input's part.</param>
    /// <param name="recurrentSlopes">[batch, steps, 3 H] receives the gradient of the state's part.</param>
    /// <param name="lengths">The lengths.</param>
    public void Backward(
        float* gates, float* recurrent, float* kept, float* y, float* dy, float* slopes, float* recurrentSlopes, RecurrentLengths lengths)
    {
        var (batch, steps, h) = (lengths.Batch, lengths.Steps, lengths.State);
        var packed = MatrixProduct.Pack(new StepMatrix(recurrent, h, Gates * h).Transposed, _packed);
        var carry = _inner.Take(batch * h);
        new Span<float>(carry, batch * h).Clear();
        for (var step = steps - 1; step >= 0; step--)
        {
            for (var row = 0; row < batch; row++)
            {
                var position = ((nint)row * steps) + step;
                var before = step > 0 ? y + ((position - 1) * h) : null;
                CellGradient(
                    gates + (position * Gates * h), before, kept + (position * h), dy + (position * h), carry + (row * h),
                    slopes + (position * Gates * h), recurrentSlopes + (position * Gates * h), h);
            }

            if (step > 0)
            {
                product.Multiply(At(recurrentSlopes, step, Gates * h, lengths), packed, new StepMatrix(carry, batch, h), add: true);
            }
        }
    }

    /// <summary>One step of all sequences.</summary>
    private static StepMatrix At(float* first, int step, int width, RecurrentLengths lengths) =>
        new((nint)(first + ((nint)step * width)), lengths.Batch, width, (nint)lengths.Steps * width, 1);

    private static void Cell(float* gates, float* inner, float* before, float* kept, float* y, int h)
    {
        for (var j = 0; j < h; j += Lanes)
        {
            var reset = SingleMath.Sigmoid(Vector512.Load(gates + j) + Vector512.Load(inner + j));
            var update = SingleMath.Sigmoid(Vector512.Load(gates + h + j) + Vector512.Load(inner + h + j));
            var state = Vector512.Load(inner + (2 * h) + j);
            var fresh = SingleMath.Tanh(Vector512.FusedMultiplyAdd(reset, state, Vector512.Load(gates + (2 * h) + j)));
            var old = before is null ? Vector512<float>.Zero : Vector512.Load(before + j);
            reset.Store(gates + j);
            update.Store(gates + h + j);
            fresh.Store(gates + (2 * h) + j);
            state.Store(kept + j);
            Vector512.FusedMultiplyAdd(update, old - fresh, fresh).Store(y + j);
        }
    }

    private static void CellGradient(
        float* gates, float* before, float* kept, float* dy, float* carry, float* slopes, float* recurrentSlopes, int h)
    {
        for (var j = 0; j < h; j += Lanes)
        {
            var reset = Vector512.Load(gates + j);
            var update = Vector512.Load(gates + h + j);
            var fresh = Vector512.Load(gates + (2 * h) + j);
            var one = Vector512<float>.One;
            var outer = Vector512.Load(dy + j) + Vector512.Load(carry + j);
            var old = before is null ? Vector512<float>.Zero : Vector512.Load(before + j);
            var freshSlope = outer * (one - update) * (one - (fresh * fresh));
            var updateSlope = outer * (old - fresh) * update * (one - update);
            var resetSlope = freshSlope * Vector512.Load(kept + j) * reset * (one - reset);
            resetSlope.Store(slopes + j);
            updateSlope.Store(slopes + h + j);
            freshSlope.Store(slopes + (2 * h) + j);
            resetSlope.Store(recurrentSlopes + j);
            updateSlope.Store(recurrentSlopes + h + j);
            (freshSlope * reset).Store(recurrentSlopes + (2 * h) + j);
            (outer * update).Store(carry + j);
        }
    }
}
