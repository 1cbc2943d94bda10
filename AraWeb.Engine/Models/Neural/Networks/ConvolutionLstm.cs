namespace AraWeb.Engine.Models.Neural.Networks;

/// <summary>
/// Two convolutions over three bars each, an LSTM in both directions, and additive attention (Bahdanau et al. 2015) that weighs the bars. About
/// 77,000 parameters
/// with 64 features.
/// </summary>
public sealed class ConvolutionLstm : INetwork
{
    private const int Taps = 3;
    private const int Channels = 64;
    private const int State = 48;
    private const int Inner = 48;
    private const float Share = 0.2f;

    private readonly FeatureInput _input;
    private readonly Filter _first;
    private readonly Filter _second;
    private readonly Direction _forwards;
    private readonly Direction _backwards;
    private readonly Dense _compare;
    private readonly Dense _weighing;
    private readonly ForecastHead _head;

    /// <summary>Declares the parameters.</summary>
    public ConvolutionLstm(NetworkLengths lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        Lengths = lengths;
        _input = new FeatureInput(Parameters, lengths.Features);
        _first = new Filter(Parameters, "convolution.0", lengths.Features);
        _second = new Filter(Parameters, "convolution.1", Channels);
        _forwards = new Direction(Parameters, "lstm.forwards");
        _backwards = new Direction(Parameters, "lstm.backwards");
        _compare = new Dense(Parameters, "compare", 2 * State, Inner, ParameterKind.Weight);
        _weighing = new Dense(Parameters, "weighing", Inner, 1, ParameterKind.Output);
        _head = new ForecastHead(Parameters, lengths, 2 * State);
    }

    /// <inheritdoc/>
    public string Architecture => "cnn_lstm";

    /// <inheritdoc/>
    public NetworkLengths Lengths { get; }

    /// <inheritdoc/>
    public ParameterSet Parameters { get; } = new();

    /// <inheritdoc/>
    public int Centre => _input.Centre;

    /// <inheritdoc/>
    public int Spread => _input.Spread;

    /// <inheritdoc/>
    public NetworkOutput Run(ITensorEngine engine, Tensor windows)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var x = engine.Gelu(_first.Run(engine, _input.Run(engine, windows)));
        x = engine.Dropout(engine.Gelu(_second.Run(engine, x)), Share);
        x = engine.Concat(_forwards.Run(engine, x, backwards: false), _backwards.Run(engine, x, backwards: true));
        x = engine.Dropout(x, Share);
        var scores = _weighing.Run(engine, engine.Tanh(_compare.Run(engine, x)));
        var weights = engine.Softmax(engine.Reshape(scores, new TensorShape(windows.Shape.First, Lengths.Steps)));
        return _head.Run(engine, engine.WeightedSteps(x, weights), weights, lastAttention: null);
    }

    /// <inheritdoc/>
    public void Begin(NetworkWeights weights, int seed)
    {
        ArgumentNullException.ThrowIfNull(weights);
        weights.Draw(seed);
        _head.Begin(weights);
    }

    private sealed class Filter(ParameterSet parameters, string name, int inner)
    {
        private readonly int _kernel = parameters.Declare(name + ".kernel", new TensorShape(Taps, inner, Channels), ParameterKind.Weight);
        private readonly int _bias = parameters.Declare(name + ".bias", new TensorShape(Channels), ParameterKind.Bias);

        public Tensor Run(ITensorEngine engine, Tensor x) => engine.Convolution(x, engine.Parameter(_kernel), engine.Parameter(_bias));
    }

    private sealed class Direction(ParameterSet parameters, string name)
    {
        private readonly int _weight = parameters.Declare(name + ".weight", new TensorShape(Channels, 4 * State), ParameterKind.Weight);
        private readonly int _recurrent = parameters.Declare(name + ".recurrent", new TensorShape(State, 4 * State), ParameterKind.Recurrent);
        private readonly int _bias = parameters.Declare(name + ".bias", new TensorShape(4 * State), ParameterKind.Bias);

        public Tensor Run(ITensorEngine engine, Tensor x, bool backwards) =>
            engine.Lstm(x, engine.Parameter(_weight), engine.Parameter(_recurrent), engine.Parameter(_bias), backwards);
    }
}
