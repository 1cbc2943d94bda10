using AraWeb.Engine.Models.Neural.Managed.Activations;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <content>Gradients: the tape is read from its end.</content>
internal sealed unsafe partial class ManagedEngine
{
    /// <inheritdoc/>
    public void Backward(Tensor loss)
    {
        *Gradient(loss.Id) = 1;
        for (var id = loss.Id; id >= _weights.Parameters.Specs.Count; id--)
        {
            if (_nodes[id].Follows && _nodes[id].Gradient != null)
            {
                Follow(in _nodes[id]);
            }
        }
    }

    private void Follow(in TapeNode node)
    {
        switch (node.Operation)
        {
            case TapeOperation.Linear: LinearGradient(node); break;
            case TapeOperation.Sum:
                AddTo(node.From[0], 1, node);
                AddTo(node.From[1], node.Factor, node);
                break;
            case TapeOperation.Multiply:
                MultiplyGradient(node.From[0], _nodes[node.From[1]].Data, node);
                MultiplyGradient(node.From[1], _nodes[node.From[0]].Data, node);
                break;
            case TapeOperation.Scale: AddTo(node.From[0], node.Factor, node); break;
            case TapeOperation.Dropout: MultiplyGradient(node.From[0], node.Kept, node); break;
            case TapeOperation.Reshape: AddTo(node.From[0], 1, node); break;
            case TapeOperation.AddSteps: AddStepsGradient(node); break;
            case TapeOperation.Gelu: MapGradient<Gelu>(node); break;
            case TapeOperation.Relu: MapGradient<Relu>(node); break;
            case TapeOperation.Sigmoid: MapGradient<Sigmoid>(node); break;
            case TapeOperation.Tanh: MapGradient<Tanh>(node); break;
            case TapeOperation.Softplus: MapGradient<Softplus>(node); break;
            case TapeOperation.Softmax: SoftmaxGradient(node); break;
            case TapeOperation.LayerNorm: LayerNormGradient(node); break;
            case TapeOperation.Attention:
                _attention.Backward(
                    _nodes[node.From[0]].Data, node.Kept, node.Gradient, Gradient(node.From[0]), LengthsOf(_nodes[node.From[0]].Shape, node.Number));
                break;
            case TapeOperation.Convolution: ConvolutionGradient(node); break;
            case TapeOperation.Lstm: LstmGradient(node); break;
            case TapeOperation.Gru: GruGradient(node); break;
            case TapeOperation.Concat: ConcatGradient(node); break;
            case TapeOperation.Columns: ColumnsGradient(node); break;
            case TapeOperation.Step: StepGradient(node); break;
            case TapeOperation.MeanSteps: MeanStepsGradient(node); break;
            case TapeOperation.WeightedSteps: WeightedStepsGradient(node); break;
            case TapeOperation.CumulativeSum: CumulativeSumGradient(node); break;
            case TapeOperation.Loss: AddLoss(node); break;
        }
    }

    /// <summary>Where the gradient of a value is added up; zeros at first.</summary>
    private float* Gradient(int id)
    {
        ref var node = ref _nodes[id];
        if (node.Gradient == null)
        {
            node.Gradient = _arena.TakeZero(node.Shape.Count);
        }

        return node.Gradient;
    }

    private void AddTo(int id, float factor, in TapeNode node)
    {
        if (_nodes[id].Follows)
        {
            ElementKernel.AddTo(node.Gradient, factor, Gradient(id), node.Shape.Count);
        }
    }

    private void MultiplyGradient(int id, float* other, in TapeNode node)
    {
        if (_nodes[id].Follows)
        {
            ElementKernel.AddProduct(node.Gradient, other, Gradient(id), node.Shape.Count);
        }
    }

    private void MapGradient<T>(in TapeNode node)
        where T : struct, IActivation =>
        ElementKernel.MapGradient<T>(_nodes[node.From[0]].Data, node.Data, node.Gradient, Gradient(node.From[0]), node.Shape.Count);

    private void AddLoss(in TapeNode node)
    {
        var judged = _nodes[node.From[0]].Shape.Count;
        ElementKernel.AddTo(node.Kept, *node.Gradient, Gradient(node.From[0]), judged);
    }

    private void LinearGradient(in TapeNode node)
    {
        var (x, weight) = (_nodes[node.From[0]].Shape, _nodes[node.From[1]].Shape);
        var (rows, inner, outer) = (x.Rows, weight.First, weight.Second);
        var slopes = Matrix(node.Gradient, rows, outer);
        if (_nodes[node.From[0]].Follows)
        {
            _product.Multiply(slopes, Matrix(_nodes[node.From[1]].Data, weight).Transposed, Matrix(Gradient(node.From[0]), rows, inner), add: true);
        }

        if (_nodes[node.From[1]].Follows)
        {
            _product.Multiply(Matrix(_nodes[node.From[0]].Data, rows, inner).Transposed, slopes, Matrix(Gradient(node.From[1]), inner, outer), add: true);
            RowKernel.AddRows(node.Gradient, rows, outer, Gradient(node.From[2]));
        }
    }

    private void AddStepsGradient(in TapeNode node)
    {
        AddTo(node.From[0], 1, node);
        if (_nodes[node.From[1]].Follows)
        {
            var size = _nodes[node.From[1]].Shape.Count;
            RowKernel.AddRows(node.Gradient, node.Shape.First, size, Gradient(node.From[1]));
        }
    }

    private void SoftmaxGradient(in TapeNode node)
    {
        var width = node.Shape.Last;
        var to = Gradient(node.From[0]);
        for (var row = 0; row < node.Shape.Rows; row++)
        {
            var (start, sum) = (row * width, 0f);
            for (var j = start; j < start + width; j++)
            {
                sum += node.Data[j] * node.Gradient[j];
            }

            for (var j = start; j < start + width; j++)
            {
                to[j] += node.Data[j] * (node.Gradient[j] - sum);
            }
        }
    }

    private void LayerNormGradient(in TapeNode node)
    {
        var width = node.Shape.Last;
        var x = _nodes[node.From[0]].Data;
        var gain = _nodes[node.From[1]].Data;
        var to = Gradient(node.From[0]);
        var gains = Gradient(node.From[1]);
        var shifts = Gradient(node.From[2]);
        for (var row = 0; row < node.Shape.Rows; row++)
        {
            RowKernel.LayerNormGradient(
                x + (row * width), gain, node.Gradient + (row * width), to + (row * width), gains, shifts, width,
                node.Kept[2 * row], node.Kept[(2 * row) + 1]);
        }
    }

    private void ConcatGradient(in TapeNode node)
    {
        var (left, right) = (_nodes[node.From[0]].Shape.Last, _nodes[node.From[1]].Shape.Last);
        SpreadColumns(node, left + right, 0, node.From[0], left);
        SpreadColumns(node, left + right, left, node.From[1], right);
    }

    private void SpreadColumns(in TapeNode node, int width, int start, int id, int count)
    {
        if (_nodes[id].Follows)
        {
            var to = Gradient(id);
            for (var row = 0; row < node.Shape.Rows; row++)
            {
                RowKernel.Add(node.Gradient + (row * width) + start, to + (row * count), count);
            }
        }
    }

    private void ColumnsGradient(in TapeNode node)
    {
        var (width, count) = (_nodes[node.From[0]].Shape.Last, node.Shape.Last);
        var to = Gradient(node.From[0]) + node.Number;
        for (var row = 0; row < node.Shape.Rows; row++)
        {
            RowKernel.Add(node.Gradient + (row * count), to + (row * width), count);
        }
    }

    private void CumulativeSumGradient(in TapeNode node)
    {
        var width = node.Shape.Last;
        var to = Gradient(node.From[0]);
        for (var row = 0; row < node.Shape.Rows; row++)
        {
            var sum = 0f;
            for (var j = ((row + 1) * width) - 1; j >= row * width; j--)
            {
                sum += node.Gradient[j];
                to[j] += sum;
            }
        }
    }
}
