namespace AraWeb.Engine.Models.Neural.Networks;

/// <summary>
/// Two GRUs one over the other (Cho et al. 2014); what the upper one says at the last bar is judged. It weighs no bars, so it has no attention to show. About
/// 52,000 parameters with 64 features.
/// </summary>
public sealed class GatedRecurrent : INetwork
{
    private const int State = 64;
    private const float Share = 0.2f;

    private readonly FeatureInput _input;
    private readonly Level _lower;
    private readonly Level _upper;
    private readonly ForecastHead _head;

    /// <summary>Declares the parameters.</summary>
    public GatedRecurrent(NetworkLengths lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        Lengths = lengths;
        _input = new FeatureInput(Parameters, lengths.Features);
        _lower = new Level(Parameters, "gru.0", lengths.Features);
        _upper = new Level(Parameters, "gru.1", State);
        _head = new ForecastHead(Parameters, lengths, State);
    }

    /// <inheritdoc/>
    public string Architecture => "gru";

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
        var x = engine.Dropout(_lower.Run(engine, _input.Run(engine, windows)), Share);
        var last = engine.Dropout(engine.StepFromEnd(_upper.Run(engine, x), 0), Share);
        return _head.Run(engine, last, stepWeights: null, lastAttention: null);
    }

    /// <inheritdoc/>
    public void Begin(NetworkWeights weights, int seed)
    {
        ArgumentNullException.ThrowIfNull(weights);
        weights.Draw(seed);
        _head.Begin(weights);
    }

    private sealed class Level(ParameterSet parameters, string name, int inner)
    {
        private readonly int _weight = parameters.Declare(name + ".weight", new TensorShape(inner, 3 * State), ParameterKind.Weight);
        private readonly int _recurrent = parameters.Declare(name + ".recurrent", new TensorShape(State, 3 * State), ParameterKind.Recurrent);
        private readonly int _bias = parameters.Declare(name + ".bias", new TensorShape(3 * State), ParameterKind.Bias);
        private readonly int _recurrentBias = parameters.Declare(name + ".recurrent_bias", new TensorShape(3 * State), ParameterKind.Bias);

        public Tensor Run(ITensorEngine engine, Tensor x) => engine.Gru(
            x, engine.Parameter(_weight), engine.Parameter(_recurrent), engine.Parameter(_bias), engine.Parameter(_recurrentBias));
    }
}
