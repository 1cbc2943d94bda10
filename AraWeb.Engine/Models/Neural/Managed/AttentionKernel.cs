namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// Attention of several heads over short sequences: for every sequence and head two small products and a softmax, all within the first caches.
/// Weights are kept
/// for the gradient, each row filled up to whole panels with zeros.
/// </summary>
internal sealed unsafe class AttentionKernel(MatrixProduct product)
{
    private readonly AlignedBuffer _packed = new();
    private readonly AlignedBuffer _slopes = new();

    /// <summary>Floats of a row of weights for as many steps.</summary>
    public static int RoomFor(int steps) => (steps + MatrixProduct.Panel - 1) / MatrixProduct.Panel * MatrixProduct.Panel;

    /// <summary>Computes.</summary>
    /// <param name="x">[batch, steps, 3 * width] queries, keys and values side by side.</param>
    /// <param name="y">[batch, steps, width] the result.</param>
    /// <param name="weights">[batch, heads, steps, room] receives the weights.</param>
    /// <param name="lengths">Batch, steps, heads and columns of a head.</param>
    public void Forward(float* x, float* y, float* weights, AttentionLengths lengths)
    {
        var (width, room) = (lengths.Width, RoomFor(lengths.Steps));
        new Span<float>(y, lengths.Batch * lengths.Steps * width).Clear();
        var scale = 1 / MathF.Sqrt(lengths.Columns);
        for (var block = 0; block < lengths.Batch * lengths.Heads; block++)
        {
            var (sequence, head) = (block / lengths.Heads, block % lengths.Heads);
            var queries = x + ((nint)sequence * lengths.Steps * 3 * width) + (head * lengths.Columns);
            var p = weights + ((nint)block * lengths.Steps * room);
            Scores(queries, queries + width, 3 * width, 3 * width, p, lengths);
            for (var step = 0; step < lengths.Steps; step++)
            {
                RowKernel.Softmax(p + (step * room), p + (step * room), lengths.Steps, room, scale);
            }

            NarrowProduct.Add(
                Weights(p, lengths), queries + (2 * width), 3 * width, lengths.Columns,
                y + ((nint)sequence * lengths.Steps * width) + (head * lengths.Columns), width);
        }
    }

    /// <summary>Adds the gradient of queries, keys and values.</summary>
    /// <param name="x">What went in.</param>
    /// <param name="weights">What <see cref="Forward"/> kept.</param>
    /// <param name="dy">[batch, steps, width] gradient of the result.</param>
    /// <param name="dx">[batch, steps, 3 * width] is added to.</param>
    /// <param name="lengths">As given before.</param>
    public void Backward(float* x, float* weights, float* dy, float* dx, AttentionLengths lengths)
    {
        var (width, room) = (lengths.Width, RoomFor(lengths.Steps));
        var scale = 1 / MathF.Sqrt(lengths.Columns);
        var slopes = _slopes.Take(lengths.Steps * room);
        for (var block = 0; block < lengths.Batch * lengths.Heads; block++)
        {
            var (sequence, head) = (block / lengths.Heads, block % lengths.Heads);
            var offset = ((nint)sequence * lengths.Steps * 3 * width) + (head * lengths.Columns);
            var queries = x + offset;
            var into = dx + offset;
            var outer = dy + ((nint)sequence * lengths.Steps * width) + (head * lengths.Columns);
            var p = weights + ((nint)block * lengths.Steps * room);
            Scores(outer, queries + (2 * width), width, 3 * width, slopes, lengths);
            for (var step = 0; step < lengths.Steps; step++)
            {
                RowKernel.SoftmaxGradient(p + (step * room), slopes + (step * room), slopes + (step * room), room, scale);
            }

            NarrowProduct.Add(Weights(slopes, lengths), queries + width, 3 * width, lengths.Columns, into, 3 * width);
            NarrowProduct.Add(Weights(slopes, lengths).Transposed, queries, 3 * width, lengths.Columns, into + width, 3 * width);
            NarrowProduct.Add(Weights(p, lengths).Transposed, outer, width, lengths.Columns, into + (2 * width), 3 * width);
        }
    }

    private static StepMatrix Weights(float* first, AttentionLengths lengths) => new((nint)first, lengths.Steps, lengths.Steps, RoomFor(lengths.Steps), 1);

    /// <summary>[steps, room] products of the rows of two matrices; zero beyond the steps.</summary>
    private void Scores(float* left, float* right, nint leftWidth, nint rightWidth, float* to, AttentionLengths lengths)
    {
        var room = RoomFor(lengths.Steps);
        var packed = MatrixProduct.Pack(new StepMatrix((nint)right, lengths.Columns, lengths.Steps, 1, rightWidth), _packed) with { Columns = room };
        product.Multiply(
            new StepMatrix((nint)left, lengths.Steps, lengths.Columns, leftWidth, 1), packed, new StepMatrix(to, lengths.Steps, room), add: false);
    }
}
