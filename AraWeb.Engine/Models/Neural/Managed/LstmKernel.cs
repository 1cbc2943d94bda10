using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>The recurrence of an LSTM with all four gates of a step in one pass over the state. Gates in the order in, forget, cell, out.</summary>
internal sealed unsafe class LstmKernel(MatrixProduct product)
{
    private const int Gates = 4;
    private const int Lanes = 16;

    private readonly AlignedBuffer _packed = new();
    private readonly AlignedBuffer _carry = new();

    /// <summary>Runs through the steps.</summary>
    /// <param name="gates">[batch, steps, 4 H] what the input says of the gates; becomes the gates.</param>
    /// <param name="recurrent">[H, 4 H] recurrent weights.</param>
    /// <param name="cells">[batch, steps, H] receives the cells.</param>
    /// <param name="y">[batch, steps, H] receives the outputs.</param>
    /// <param name="lengths">The lengths.</param>
    public void Forward(float* gates, float* recurrent, float* cells, float* y, RecurrentLengths lengths)
    {
        var (batch, steps, h) = (lengths.Batch, lengths.Steps, lengths.State);
        var packed = MatrixProduct.Pack(new StepMatrix(recurrent, h, Gates * h), _packed);
        for (var time = 0; time < steps; time++)
        {
            var step = lengths.StepAt(time);
            if (time > 0)
            {
                product.Multiply(
                    At(y, step + lengths.Before, h, lengths), packed, At(gates, step, Gates * h, lengths), add: true);
            }

            for (var row = 0; row < batch; row++)
            {
                var position = ((nint)row * steps) + step;
                var before = time > 0 ? cells + ((position + lengths.Before) * h) : null;
                Cell(gates + (position * Gates * h), before, cells + (position * h), y + (position * h), h);
            }
        }
    }

    /// <summary>Turns the gradient of the outputs into that of what goes into the gates.</summary>
    /// <param name="gates">What <see cref="Forward"/> left.</param>
    /// <param name="recurrent">[H, 4 H] recurrent weights.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="dy">[batch, steps, H] gradient of the outputs.</param>
    /// <param name="slopes">[batch, steps, 4 H] receives the gradient before the gates' functions.</param>
    /// <param name="lengths">The lengths.</param>
    public void Backward(float* gates, float* recurrent, float* cells, float* dy, float* slopes, RecurrentLengths lengths)
    {
        var (batch, steps, h) = (lengths.Batch, lengths.Steps, lengths.State);
        var packed = MatrixProduct.Pack(new StepMatrix(recurrent, h, Gates * h).Transposed, _packed);
        var carry = _carry.Take(2 * batch * h);
        new Span<float>(carry, 2 * batch * h).Clear();
        var carryCell = carry + (batch * h);
        for (var time = steps - 1; time >= 0; time--)
        {
            var step = lengths.StepAt(time);
            for (var row = 0; row < batch; row++)
            {
                var position = ((nint)row * steps) + step;
                var before = time > 0 ? cells + ((position + lengths.Before) * h) : null;
                CellGradient(
                    gates + (position * Gates * h), before, cells + (position * h), dy + (position * h),
                    carry + (row * h), carryCell + (row * h), slopes + (position * Gates * h), h);
            }

            if (time > 0)
            {
                product.Multiply(At(slopes, step, Gates * h, lengths), packed, new StepMatrix(carry, batch, h), add: false);
            }
        }
    }

    /// <summary>One step of all sequences.</summary>
    private static StepMatrix At(float* first, int step, int width, RecurrentLengths lengths) =>
        new((nint)(first + ((nint)step * width)), lengths.Batch, width, (nint)lengths.Steps * width, 1);

    private static void Cell(float* gates, float* before, float* cell, float* y, int h)
    {
        for (var j = 0; j < h; j += Lanes)
        {
            var enter = SingleMath.Sigmoid(Vector512.Load(gates + j));
            var forget = SingleMath.Sigmoid(Vector512.Load(gates + h + j));
            var fresh = SingleMath.Tanh(Vector512.Load(gates + (2 * h) + j));
            var leave = SingleMath.Sigmoid(Vector512.Load(gates + (3 * h) + j));
            var value = enter * fresh;
            if (before is not null)
            {
                value = Vector512.FusedMultiplyAdd(forget, Vector512.Load(before + j), value);
            }

            enter.Store(gates + j);
            forget.Store(gates + h + j);
            fresh.Store(gates + (2 * h) + j);
            leave.Store(gates + (3 * h) + j);
            value.Store(cell + j);
            (leave * SingleMath.Tanh(value)).Store(y + j);
        }
    }

    private static void CellGradient(float* gates, float* before, float* cell, float* dy, float* carry, float* carryCell, float* slopes, int h)
    {
        for (var j = 0; j < h; j += Lanes)
        {
            var enter = Vector512.Load(gates + j);
            var forget = Vector512.Load(gates + h + j);
            var fresh = Vector512.Load(gates + (2 * h) + j);
            var leave = Vector512.Load(gates + (3 * h) + j);
            var bent = SingleMath.Tanh(Vector512.Load(cell + j));
            var one = Vector512<float>.One;
            var outer = Vector512.Load(dy + j) + Vector512.Load(carry + j);
            var inner = Vector512.FusedMultiplyAdd(outer * leave, one - (bent * bent), Vector512.Load(carryCell + j));
            (inner * fresh * enter * (one - enter)).Store(slopes + j);
            var old = before is null ? Vector512<float>.Zero : Vector512.Load(before + j);
            (inner * old * forget * (one - forget)).Store(slopes + h + j);
            (inner * enter * (one - (fresh * fresh))).Store(slopes + (2 * h) + j);
            (outer * bent * leave * (one - leave)).Store(slopes + (3 * h) + j);
            (inner * forget).Store(carryCell + j);
        }
    }
}
