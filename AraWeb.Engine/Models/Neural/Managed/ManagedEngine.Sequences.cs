namespace AraWeb.Engine.Models.Neural.Managed;

/// <content>Values of operations on sequences, and losses.</content>
internal sealed unsafe partial class ManagedEngine
{
    /// <inheritdoc/>
    public Tensor Attention(Tensor queriesKeysValues, int heads)
    {
        var shape = queriesKeysValues.Shape;
        TensorGuard.Fits(shape.Rank == 3 && shape.Third % (3 * NarrowProduct.Columns * heads) == 0, shape, new TensorShape(heads));
        var lengths = LengthsOf(shape, heads);
        var made = Make(TapeOperation.Attention, shape.WithLast(lengths.Width), queriesKeysValues.Id);
        ref var node = ref _nodes[made.Id];
        node.Kept = _arena.Take(lengths.Batch * heads * lengths.Steps * AttentionKernel.RoomFor(lengths.Steps));
        node.Number = heads;
        _attention.Forward(Data(queriesKeysValues), Data(made), node.Kept, lengths);
        return made;
    }

    /// <inheritdoc/>
    public Tensor AttentionWeights(Tensor attention)
    {
        var (node, shape) = (_nodes[attention.Id], attention.Shape);
        TensorGuard.Fits(node.Operation == TapeOperation.Attention, shape, shape);
        var steps = shape.Second;
        var made = Give(new TensorShape(shape.First, node.Number, steps, steps));
        for (var row = 0; row < made.Shape.Rows; row++)
        {
            RowKernel.Copy(node.Kept + (row * AttentionKernel.RoomFor(steps)), Data(made) + (row * steps), steps);
        }

        return made;
    }

    /// <inheritdoc/>
    public Tensor Convolution(Tensor x, Tensor kernel, Tensor bias)
    {
        var (shape, width, inner, outer) = (x.Shape, kernel.Shape.First, kernel.Shape.Second, kernel.Shape.Third);
        TensorGuard.Fits(shape.Rank == 3 && width % 2 == 1 && shape.Third == inner && bias.Shape.Count == outer, shape, kernel.Shape);
        var made = Make(TapeOperation.Convolution, shape.WithLast(outer), x.Id, kernel.Id, bias.Id);
        var padded = PaddedSteps(shape, width) * inner;
        var kept = _arena.TakeZero(shape.First * padded);
        _nodes[made.Id].Kept = kept;
        FillRows(Data(bias), outer, Data(made), shape.First * shape.Second);
        for (var sequence = 0; sequence < shape.First; sequence++)
        {
            RowKernel.Copy(Data(x) + (sequence * shape.Second * inner), kept + (sequence * padded) + (width / 2 * inner), shape.Second * inner);

            // Windows over steps overlap in memory: a row begins one step after the row before.
            _product.Multiply(
                new StepMatrix((nint)(kept + (sequence * padded)), shape.Second, width * inner, inner, 1), Matrix(Data(kernel), width * inner, outer),
                Matrix(Data(made) + (sequence * shape.Second * outer), shape.Second, outer), add: true);
        }

        return made;
    }

    /// <inheritdoc/>
    public Tensor Lstm(Tensor x, Tensor weight, Tensor recurrent, Tensor bias, bool backwards)
    {
        var state = recurrent.Shape.First;
        TensorGuard.Fits(x.Shape.Rank == 3 && state % AlignedBuffer.Line == 0 && weight.Shape.Second == 4 * state, x.Shape, recurrent.Shape);
        var gates = Linear(x, weight, bias);
        var made = Make(TapeOperation.Lstm, x.Shape.WithLast(state), gates.Id, recurrent.Id);
        ref var node = ref _nodes[made.Id];
        node.Kept = _arena.Take(made.Shape.Count);
        node.Number = backwards ? 1 : 0;
        _lstm.Forward(Data(gates), Data(recurrent), node.Kept, node.Data, LengthsOf(node));
        return made;
    }

    /// <inheritdoc/>
    public Tensor Gru(Tensor x, Tensor weight, Tensor recurrent, Tensor bias, Tensor recurrentBias)
    {
        var state = recurrent.Shape.First;
        TensorGuard.Fits(x.Shape.Rank == 3 && state % AlignedBuffer.Line == 0 && weight.Shape.Second == 3 * state, x.Shape, recurrent.Shape);
        var gates = Linear(x, weight, bias);
        var made = Make(TapeOperation.Gru, x.Shape.WithLast(state), gates.Id, recurrent.Id, recurrentBias.Id);
        ref var node = ref _nodes[made.Id];
        node.Kept = _arena.Take(made.Shape.Count);
        _gru.Forward(Data(gates), Data(recurrent), Data(recurrentBias), node.Kept, node.Data, LengthsOf(node));
        return made;
    }

    /// <inheritdoc/>
    public Tensor StepFromEnd(Tensor x, int back)
    {
        var (batch, steps, width) = (x.Shape.First, x.Shape.Second, x.Shape.Third);
        TensorGuard.Fits(x.Shape.Rank == 3 && back >= 0 && back < steps, x.Shape, new TensorShape(back + 1));
        var made = Make(TapeOperation.Step, new TensorShape(batch, width), x.Id);
        _nodes[made.Id].Number = steps - 1 - back;
        for (var sequence = 0; sequence < batch; sequence++)
        {
            RowKernel.Copy(Data(x) + (((sequence * steps) + steps - 1 - back) * width), Data(made) + (sequence * width), width);
        }

        return made;
    }

    /// <inheritdoc/>
    public Tensor MeanSteps(Tensor x)
    {
        TensorGuard.Fits(x.Shape.Rank == 3, x.Shape, x.Shape);
        var (batch, steps, width) = (x.Shape.First, x.Shape.Second, x.Shape.Third);
        var made = Make(TapeOperation.MeanSteps, new TensorShape(batch, width), x.Id);
        Values(made).Clear();
        for (var row = 0; row < batch * steps; row++)
        {
            RowKernel.AddScaled(Data(x) + (row * width), 1f / steps, Data(made) + (row / steps * width), width);
        }

        return made;
    }

    /// <inheritdoc/>
    public Tensor WeightedSteps(Tensor x, Tensor weights)
    {
        TensorGuard.Fits(x.Shape.Rank == 3 && weights.Shape == new TensorShape(x.Shape.First, x.Shape.Second), x.Shape, weights.Shape);
        var (batch, steps, width) = (x.Shape.First, x.Shape.Second, x.Shape.Third);
        var made = Make(TapeOperation.WeightedSteps, new TensorShape(batch, width), x.Id, weights.Id);
        Values(made).Clear();
        for (var row = 0; row < batch * steps; row++)
        {
            RowKernel.AddScaled(Data(x) + (row * width), Data(weights)[row], Data(made) + (row / steps * width), width);
        }

        return made;
    }

    /// <inheritdoc/>
    public Tensor PinballLoss(Tensor quantiles, Tensor targets, Tensor weights, float[] levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var shape = quantiles.Shape;
        TensorGuard.Fits(shape.Rank == 3 && levels.Length == shape.Third && targets.Shape.Count == shape.First * shape.Second, shape, targets.Shape);
        var made = MakeLoss(quantiles);
        var slopes = _nodes[made.Id].Kept;
        var sum = 0.0;
        for (var i = 0; i < shape.Count; i++)
        {
            var (level, weight) = (levels[i % shape.Third], Data(weights)[i / (shape.Second * shape.Third)]);
            var error = Data(targets)[i / shape.Third] - Data(quantiles)[i];
            var slope = error > 0 ? level : error < 0 ? level - 1 : 0;
            sum += weight * slope * error;
            slopes[i] = -weight * slope;
        }

        *Data(made) = (float)sum;
        return made;
    }

    /// <inheritdoc/>
    public Tensor HuberLoss(Tensor means, Tensor targets, Tensor weights, float limit)
    {
        var shape = means.Shape;
        TensorGuard.Fits(shape.Rank == 2 && targets.Shape == shape && weights.Shape.Count == shape.First, shape, targets.Shape);
        var made = MakeLoss(means);
        var slopes = _nodes[made.Id].Kept;
        var sum = 0.0;
        for (var i = 0; i < shape.Count; i++)
        {
            var weight = Data(weights)[i / shape.Second];
            var error = Data(means)[i] - Data(targets)[i];
            var held = Math.Clamp(error, -limit, limit);
            sum += weight * held * (error - (held / 2));
            slopes[i] = weight * held;
        }

        *Data(made) = (float)sum;
        return made;
    }

    private static int PaddedSteps(TensorShape shape, int width) => shape.Second + width - 1;

    private static AttentionLengths LengthsOf(TensorShape shape, int heads) => new(shape.First, shape.Second, heads, shape.Third / (3 * heads));

    private static RecurrentLengths LengthsOf(in TapeNode node) => new(node.Shape.First, node.Shape.Second, node.Shape.Third, node.Number == 1);

    /// <summary>A loss keeps the gradient of what it judges.</summary>
    private Tensor MakeLoss(Tensor judged)
    {
        var made = Make(TapeOperation.Loss, new TensorShape(1), judged.Id);
        _nodes[made.Id].Kept = _arena.Take(judged.Shape.Count);
        return made;
    }
}
