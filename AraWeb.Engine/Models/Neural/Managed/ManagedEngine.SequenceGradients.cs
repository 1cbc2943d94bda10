namespace AraWeb.Engine.Models.Neural.Managed;

/// <content>Gradients of operations on sequences.</content>
internal sealed unsafe partial class ManagedEngine
{
    private void ConvolutionGradient(in TapeNode node)
    {
        var (x, kernel) = (_nodes[node.From[0]], _nodes[node.From[1]]);
        var (width, inner, outer) = (kernel.Shape.First, kernel.Shape.Second, kernel.Shape.Third);
        var (batch, steps) = (node.Shape.First, node.Shape.Second);
        var padded = PaddedSteps(x.Shape, width) * inner;
        RowKernel.AddRows(node.Gradient, batch * steps, outer, Gradient(node.From[2]));
        var kernelGradient = Matrix(Gradient(node.From[1]), width * inner, outer);
        var windows = x.Follows ? _arena.Take(steps * width * inner) : null;
        var to = x.Follows ? Gradient(node.From[0]) : null;
        for (var sequence = 0; sequence < batch; sequence++)
        {
            var slopes = Matrix(node.Gradient + (sequence * steps * outer), steps, outer);
            var seen = new StepMatrix((nint)(node.Kept + (sequence * padded)), steps, width * inner, inner, 1);
            _product.Multiply(seen.Transposed, slopes, kernelGradient, add: true);
            if (!x.Follows)
            {
                continue;
            }

            _product.Multiply(slopes, Matrix(kernel.Data, width * inner, outer).Transposed, Matrix(windows, steps, width * inner), add: false);
            for (var step = 0; step < steps; step++)
            {
                for (var tap = Math.Max(0, (width / 2) - step); tap < width && step + tap - (width / 2) < steps; tap++)
                {
                    var into = to + (((sequence * steps) + step + tap - (width / 2)) * inner);
                    RowKernel.Add(windows + (((step * width) + tap) * inner), into, inner);
                }
            }
        }
    }

    private void LstmGradient(in TapeNode node)
    {
        var (gates, recurrent) = (_nodes[node.From[0]], _nodes[node.From[1]]);
        var lengths = LengthsOf(node);
        var width = 4 * lengths.State;
        var slopes = Gradient(node.From[0]);
        _lstm.Backward(gates.Data, recurrent.Data, node.Kept, node.Gradient, slopes, lengths);
        RecurrentGradient(node.Data, slopes, width, Gradient(node.From[1]), lengths);
    }

    private void GruGradient(in TapeNode node)
    {
        var (gates, recurrent) = (_nodes[node.From[0]], _nodes[node.From[1]]);
        var lengths = LengthsOf(node);
        var width = 3 * lengths.State;
        var slopes = Gradient(node.From[0]);
        var recurrentSlopes = _arena.Take(lengths.Batch * lengths.Steps * width);
        _gru.Backward(gates.Data, recurrent.Data, node.Kept, node.Data, node.Gradient, slopes, recurrentSlopes, lengths);
        RecurrentGradient(node.Data, recurrentSlopes, width, Gradient(node.From[1]), lengths);
        RowKernel.AddRows(recurrentSlopes, lengths.Batch * lengths.Steps, width, Gradient(node.From[2]));
    }

    /// <summary>Adds outputs of the step before, times slopes: the gradient of recurrent weights.</summary>
    private void RecurrentGradient(float* outputs, float* slopes, int width, float* to, RecurrentLengths lengths)
    {
        var (steps, state) = (lengths.Steps, lengths.State);
        for (var sequence = 0; sequence < lengths.Batch; sequence++)
        {
            var before = outputs + (((sequence * steps) + (lengths.Backwards ? 1 : 0)) * state);
            var after = slopes + (((sequence * steps) + (lengths.Backwards ? 0 : 1)) * width);
            _product.Multiply(Matrix(before, steps - 1, state).Transposed, Matrix(after, steps - 1, width), Matrix(to, state, width), add: true);
        }
    }

    private void StepGradient(in TapeNode node)
    {
        var (x, width) = (_nodes[node.From[0]].Shape, node.Shape.Second);
        var to = Gradient(node.From[0]);
        for (var sequence = 0; sequence < x.First; sequence++)
        {
            RowKernel.Add(node.Gradient + (sequence * width), to + (((sequence * x.Second) + node.Number) * width), width);
        }
    }

    private void MeanStepsGradient(in TapeNode node)
    {
        var (x, width) = (_nodes[node.From[0]].Shape, node.Shape.Second);
        var to = Gradient(node.From[0]);
        for (var row = 0; row < x.Rows; row++)
        {
            RowKernel.AddScaled(node.Gradient + (row / x.Second * width), 1f / x.Second, to + (row * width), width);
        }
    }

    private void WeightedStepsGradient(in TapeNode node)
    {
        var (x, weights) = (_nodes[node.From[0]], _nodes[node.From[1]]);
        var (steps, width) = (x.Shape.Second, node.Shape.Second);
        var to = x.Follows ? Gradient(node.From[0]) : null;
        var toWeights = weights.Follows ? Gradient(node.From[1]) : null;
        for (var row = 0; row < x.Shape.Rows; row++)
        {
            var slopes = node.Gradient + (row / steps * width);
            if (x.Follows)
            {
                RowKernel.AddScaled(slopes, weights.Data[row], to + (row * width), width);
            }

            if (weights.Follows)
            {
                toWeights[row] += System.Numerics.Tensors.TensorPrimitives.Dot(
                    new ReadOnlySpan<float>(slopes, width), new ReadOnlySpan<float>(x.Data + (row * width), width));
            }
        }
    }
}
