namespace AraWeb.Engine.Models.Neural;

/// <summary>
/// The operations that networks are written in. An engine computes them at once, or records them as a graph. Sequences have shape [batch, steps, columns];
/// operations that name no dimension work on the last one. Shapes that do not fit are refused with <see cref="ArgumentException"/>.
/// </summary>
public interface ITensorEngine
{
    /// <summary>A parameter by its number in the network's <see cref="ParameterSet"/>.</summary>
    Tensor Parameter(int number);

    /// <summary>x W + b over the last dimension: x [.., in], weight [in, out], bias [out].</summary>
    Tensor Linear(Tensor x, Tensor weight, Tensor bias);

    /// <summary>Sum of two tensors of one shape.</summary>
    Tensor Add(Tensor a, Tensor b);

    /// <summary>Difference of two tensors of one shape.</summary>
    Tensor Subtract(Tensor a, Tensor b);

    /// <summary>Element-wise product of two tensors of one shape.</summary>
    Tensor Multiply(Tensor a, Tensor b);

    /// <summary>Every element times a number.</summary>
    Tensor Scale(Tensor x, float factor);

    /// <summary>Adds steps [steps, columns] to every sequence of x [batch, steps, columns].</summary>
    Tensor AddSteps(Tensor x, Tensor steps);

    /// <summary>(x - centre) * scale by column, held within plus and minus the limit; centre and scale are [columns]. Passes no gradient.</summary>
    Tensor Standardise(Tensor x, Tensor centre, Tensor scale, float limit);

    /// <summary>x times the normal distribution function of x (Hendrycks and Gimpel 2016), with the error function, not the tanh approximation.</summary>
    Tensor Gelu(Tensor x);

    /// <summary>The larger of x and zero.</summary>
    Tensor Relu(Tensor x);

    /// <summary>1 / (1 + exp(-x)).</summary>
    Tensor Sigmoid(Tensor x);

    /// <summary>Hyperbolic tangent.</summary>
    Tensor Tanh(Tensor x);

    /// <summary>log(1 + exp(x)).</summary>
    Tensor Softplus(Tensor x);

    /// <summary>exp(x) over its sum in the row.</summary>
    Tensor Softmax(Tensor x);

    /// <summary>Rows less their mean over their deviation, times gain, plus shift (Ba et al. 2016; 1e-5 is added to the variance).</summary>
    Tensor LayerNorm(Tensor x, Tensor gain, Tensor shift);

    /// <summary>While learning sets a share of the elements to zero and raises the others to keep the sum; otherwise gives x back.</summary>
    Tensor Dropout(Tensor x, float share);

    /// <summary>
    /// Attention of several heads (Vaswani et al. 2017) without a mask: softmax(Q K' / sqrt(columns / heads)) V by head. The three lie side by side in
    /// [batch, steps, 3 * columns]; the result is [batch, steps, columns]. Columns of a head are a multiple of 8.
    /// </summary>
    Tensor Attention(Tensor queriesKeysValues, int heads);

    /// <summary>What an attention weighed: [batch, heads, steps, steps], rows sum to one.</summary>
    Tensor AttentionWeights(Tensor attention);

    /// <summary>Convolution over steps, as long as x: kernel [width, in, out] with an odd width, zeros outside, bias [out].</summary>
    Tensor Convolution(Tensor x, Tensor kernel, Tensor bias);

    /// <summary>
    /// LSTM (Hochreiter and Schmidhuber 1997) from a zero state; gates in the order in, forget, cell, out. Weight [in, 4 H], recurrent [H, 4 H], bias [4 H];
    /// gives every step's output, [batch, steps, H]. H is a multiple of 16.
    /// </summary>
    /// <param name="x">Sequences.</param>
    /// <param name="weight">For the input.</param>
    /// <param name="recurrent">For the output of the step before.</param>
    /// <param name="bias">Of the gates.</param>
    /// <param name="backwards">True goes from the last step to the first.</param>
    Tensor Lstm(Tensor x, Tensor weight, Tensor recurrent, Tensor bias, bool backwards);

    /// <summary>
    /// GRU (Cho et al. 2014, the form that applies the reset gate after the product) from a zero state; gates in the order reset, update, new. Weight
    /// [in, 3 H], recurrent [H, 3 H], two biases [3 H]; gives every step's output, [batch, steps, H]. H is a multiple of 16.
    /// </summary>
    Tensor Gru(Tensor x, Tensor weight, Tensor recurrent, Tensor bias, Tensor recurrentBias);

    /// <summary>Two tensors side by side in the last dimension.</summary>
    Tensor Concat(Tensor a, Tensor b);

    /// <summary>A range of the last dimension.</summary>
    Tensor Columns(Tensor x, int start, int count);

    /// <summary>One step of [batch, steps, columns], counted from the end: 0 is the last; the result is [batch, columns].</summary>
    Tensor StepFromEnd(Tensor x, int back);

    /// <summary>Mean over the steps of [batch, steps, columns]; the result is [batch, columns].</summary>
    Tensor MeanSteps(Tensor x);

    /// <summary>Steps of x [batch, steps, columns] summed with weights [batch, steps]; the result is [batch, columns].</summary>
    Tensor WeightedSteps(Tensor x, Tensor weights);

    /// <summary>Sum of the elements up to each in its row.</summary>
    Tensor CumulativeSum(Tensor x);

    /// <summary>The same elements with other lengths; the batch stays first.</summary>
    Tensor Reshape(Tensor x, TensorShape shape);
}
