namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>What made a value: says how its gradient goes back.</summary>
internal enum TapeOperation
{
    /// <summary>Given from outside, or not to be followed.</summary>
    Given,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>x W + b.</summary>
    Linear,

    /// <summary>a + factor * b.</summary>
    Sum,

    /// <summary>a * b.</summary>
    Multiply,

    /// <summary>factor * a.</summary>
    Scale,

    /// <summary>Steps added to sequences.</summary>
    AddSteps,

    /// <summary>Normal distribution function times x.</summary>
    Gelu,

    /// <summary>The larger of x and zero.</summary>
    Relu,

    /// <summary>Logistic function.</summary>
    Sigmoid,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>log(1 + exp(x)).</summary>
    Softplus,

    /// <summary>Shares of exponents.</summary>
    Softmax,

    /// <summary>Layer norm.</summary>
    LayerNorm,

    /// <summary>Times a kept mask.</summary>
    Dropout,

    /// <summary>Attention of several heads.</summary>
    Attention,

    /// <summary>Convolution over steps.</summary>
    Convolution,

    /// <summary>LSTM.</summary>
    Lstm,

    /// <summary>GRU.</summary>
    Gru,

    /// <summary>Side by side.</summary>
    Concat,

    /// <summary>A range of columns.</summary>
    Columns,

    /// <summary>One step.</summary>
    Step,

    /// <summary>Mean over steps.</summary>
    MeanSteps,

    /// <summary>Weighted sum over steps.</summary>
    WeightedSteps,

    /// <summary>Running sum of a row.</summary>
    CumulativeSum,

    /// <summary>Other lengths.</summary>
    Reshape,

    /// <summary>A loss, whose gradient was kept.</summary>
    Loss,
}
