using AraWeb.Engine.Models.Neural.Managed.Activations;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <content>Values.</content>
internal sealed unsafe partial class ManagedEngine
{
    /// <inheritdoc/>
    public Tensor Linear(Tensor x, Tensor weight, Tensor bias)
    {
        TensorGuard.Fits(x.Shape.Last == weight.Shape.First && weight.Shape.Second == bias.Shape.Count, x.Shape, weight.Shape);
        var (rows, columns) = (x.Shape.Rows, weight.Shape.Second);
        var made = Make(TapeOperation.Linear, x.Shape.WithLast(columns), x.Id, weight.Id, bias.Id);
        FillRows(Data(bias), columns, Data(made), rows);
        _product.Multiply(Matrix(Data(x), rows, weight.Shape.First), Matrix(Data(weight), weight.Shape), Matrix(Data(made), rows, columns), add: true);
        return made;
    }

    /// <inheritdoc/>
    public Tensor Add(Tensor a, Tensor b) => SumOf(a, b, 1);

    /// <inheritdoc/>
    public Tensor Subtract(Tensor a, Tensor b) => SumOf(a, b, -1);

    /// <inheritdoc/>
    public Tensor Multiply(Tensor a, Tensor b)
    {
        TensorGuard.Fits(a.Shape == b.Shape, a.Shape, b.Shape);
        var made = Make(TapeOperation.Multiply, a.Shape, a.Id, b.Id);
        ElementKernel.Product(Data(a), Data(b), Data(made), a.Shape.Count);
        return made;
    }

    /// <inheritdoc/>
    public Tensor Scale(Tensor x, float factor)
    {
        var made = Make(TapeOperation.Scale, x.Shape, x.Id);
        _nodes[made.Id].Factor = factor;
        ElementKernel.Scale(Data(x), factor, Data(made), x.Shape.Count);
        return made;
    }

    /// <inheritdoc/>
    public Tensor AddSteps(Tensor x, Tensor steps)
    {
        TensorGuard.Fits(x.Shape is { Rank: 3 } && x.Shape.Second == steps.Shape.First && x.Shape.Third == steps.Shape.Second, x.Shape, steps.Shape);
        var made = Make(TapeOperation.AddSteps, x.Shape, x.Id, steps.Id);
        var size = steps.Shape.Count;
        for (var sequence = 0; sequence < x.Shape.First; sequence++)
        {
            var to = Data(made) + (sequence * size);
            RowKernel.Copy(Data(x) + (sequence * size), to, size);
            RowKernel.Add(Data(steps), to, size);
        }

        return made;
    }

    /// <inheritdoc/>
    public Tensor Standardise(Tensor x, Tensor centre, Tensor scale, float limit)
    {
        TensorGuard.Fits(centre.Shape.Count == x.Shape.Last && scale.Shape.Count == x.Shape.Last, x.Shape, centre.Shape);
        var made = Push(TapeOperation.Given, x.Shape, _arena.Take(x.Shape.Count), follows: false);
        var width = x.Shape.Last;
        var from = Values(x);
        var to = Values(made);
        ReadOnlySpan<float> middles = Values(centre), factors = Values(scale);
        for (var i = 0; i < from.Length; i += width)
        {
            for (var j = 0; j < width; j++)
            {
                to[i + j] = Math.Clamp((from[i + j] - middles[j]) * factors[j], -limit, limit);
            }
        }

        return made;
    }

    /// <inheritdoc/>
    public Tensor Gelu(Tensor x) => Map<Gelu>(TapeOperation.Gelu, x);

    /// <inheritdoc/>
    public Tensor Relu(Tensor x) => Map<Relu>(TapeOperation.Relu, x);

    /// <inheritdoc/>
    public Tensor Sigmoid(Tensor x) => Map<Sigmoid>(TapeOperation.Sigmoid, x);

    /// <inheritdoc/>
    public Tensor Tanh(Tensor x) => Map<Tanh>(TapeOperation.Tanh, x);

    /// <inheritdoc/>
    public Tensor Softplus(Tensor x) => Map<Softplus>(TapeOperation.Softplus, x);

    /// <inheritdoc/>
    public Tensor Softmax(Tensor x)
    {
        var made = Make(TapeOperation.Softmax, x.Shape, x.Id);
        var width = x.Shape.Last;
        var room = Room(width);
        var row = _arena.TakeZero(room);
        for (var i = 0; i < x.Shape.Rows; i++)
        {
            RowKernel.Copy(Data(x) + (i * width), row, width);
            RowKernel.Softmax(row, row, width, room, 1);
            RowKernel.Copy(row, Data(made) + (i * width), width);
        }

        return made;
    }

    /// <inheritdoc/>
    public Tensor LayerNorm(Tensor x, Tensor gain, Tensor shift)
    {
        TensorGuard.Fits(gain.Shape.Count == x.Shape.Last && shift.Shape.Count == x.Shape.Last, x.Shape, gain.Shape);
        var made = Make(TapeOperation.LayerNorm, x.Shape, x.Id, gain.Id, shift.Id);
        var (rows, width) = (x.Shape.Rows, x.Shape.Last);
        var kept = _arena.Take(2 * rows);
        _nodes[made.Id].Kept = kept;
        for (var row = 0; row < rows; row++)
        {
            (kept[2 * row], kept[(2 * row) + 1]) =
                RowKernel.LayerNorm(Data(x) + (row * width), Data(gain), Data(shift), Data(made) + (row * width), width);
        }

        return made;
    }

    /// <inheritdoc/>
    public Tensor Dropout(Tensor x, float share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        if (!IsLearning || share == 0)
        {
            return x;
        }

        var made = Make(TapeOperation.Dropout, x.Shape, x.Id);
        var mask = _arena.Take(x.Shape.Count);
        _nodes[made.Id].Kept = mask;
        DropoutMask.Draw(_chance + (ulong)made.Id, share, new Span<float>(mask, x.Shape.Count));
        ElementKernel.Product(Data(x), mask, Data(made), x.Shape.Count);
        return made;
    }

    /// <inheritdoc/>
    public Tensor Concat(Tensor a, Tensor b)
    {
        TensorGuard.Fits(a.Shape.Rows == b.Shape.Rows && a.Shape.Rank == b.Shape.Rank, a.Shape, b.Shape);
        var (left, right) = (a.Shape.Last, b.Shape.Last);
        var made = Make(TapeOperation.Concat, a.Shape.WithLast(left + right), a.Id, b.Id);
        for (var row = 0; row < a.Shape.Rows; row++)
        {
            var to = Data(made) + (row * (left + right));
            RowKernel.Copy(Data(a) + (row * left), to, left);
            RowKernel.Copy(Data(b) + (row * right), to + left, right);
        }

        return made;
    }

    /// <inheritdoc/>
    public Tensor Columns(Tensor x, int start, int count)
    {
        var shape = x.Shape.WithLast(count);
        TensorGuard.Fits(start >= 0 && count > 0 && start + count <= x.Shape.Last, x.Shape, shape);
        var made = Make(TapeOperation.Columns, shape, x.Id);
        _nodes[made.Id].Number = start;
        for (var row = 0; row < x.Shape.Rows; row++)
        {
            RowKernel.Copy(Data(x) + (row * x.Shape.Last) + start, Data(made) + (row * count), count);
        }

        return made;
    }

    /// <inheritdoc/>
    public Tensor CumulativeSum(Tensor x)
    {
        var made = Make(TapeOperation.CumulativeSum, x.Shape, x.Id);
        var width = x.Shape.Last;
        var from = Values(x);
        var to = Values(made);
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] + (i % width == 0 ? 0 : to[i - 1]);
        }

        return made;
    }

    /// <inheritdoc/>
    public Tensor Reshape(Tensor x, TensorShape shape)
    {
        TensorGuard.Fits(x.Shape.Count == shape.Count, x.Shape, shape);
        var made = Push(TapeOperation.Reshape, shape, Data(x), _nodes[x.Id].Follows);
        _nodes[made.Id].From[0] = x.Id;
        return made;
    }

    private static StepMatrix Matrix(float* data, int rows, int columns) => new(data, rows, columns);

    private static StepMatrix Matrix(float* data, TensorShape shape) => new(data, shape.First, shape.Second);

    private static int Room(int width) => (width + AlignedBuffer.Line - 1) / AlignedBuffer.Line * AlignedBuffer.Line;

    private static void FillRows(float* row, int width, float* to, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            RowKernel.Copy(row, to + (i * width), width);
        }
    }

    private Tensor SumOf(Tensor a, Tensor b, float factor)
    {
        TensorGuard.Fits(a.Shape == b.Shape, a.Shape, b.Shape);
        var made = Make(TapeOperation.Sum, a.Shape, a.Id, b.Id);
        _nodes[made.Id].Factor = factor;
        ElementKernel.Sum(Data(a), Data(b), factor, Data(made), a.Shape.Count);
        return made;
    }

    private Tensor Map<T>(TapeOperation operation, Tensor x)
        where T : struct, IActivation
    {
        var made = Make(operation, x.Shape, x.Id);
        ElementKernel.Map<T>(Data(x), Data(made), x.Shape.Count);
        return made;
    }
}
