namespace AraWeb.Engine.Models.Neural.Networks;

/// <summary>
/// A small transformer (Vaswani et al. 2017) over the bars of a window: sinusoid positions, two layers of eight-headed attention and a GELU network,
/// each behind
/// a layer norm and beside a straight path (pre-norm, Xiong et al. 2020), and a learned weighing of the bars at the end. About 72,000 parameters.
/// </summary>
public sealed class FinancialTransformer : INetwork
{
    private const int Heads = 8;
    private const int Width = 64;
    private const int Inner = 128;
    private const int Layers = 2;
    private const float Share = 0.2f;

    /// <summary>Longest wave of the positions, as in the paper.</summary>
    private const double LongestWave = 10_000;

    private readonly FeatureInput _input;
    private readonly Dense _embedding;
    private readonly int _positions;
    private readonly Layer[] _layers;
    private readonly Norm _last;
    private readonly Dense _weighing;
    private readonly ForecastHead _head;

    /// <summary>Declares the parameters.</summary>
    public FinancialTransformer(NetworkLengths lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        Lengths = lengths;
        _input = new FeatureInput(Parameters, lengths.Features);
        _embedding = new Dense(Parameters, "embedding", lengths.Features, Width, ParameterKind.Weight);
        _positions = Parameters.Declare("positions", new TensorShape(lengths.Steps, Width), ParameterKind.Fixed);
        _layers = [.. Enumerable.Range(0, Layers).Select(number => new Layer(Parameters, $"layers.{number}"))];
        _last = new Norm(Parameters, "last", Width);
        _weighing = new Dense(Parameters, "weighing", Width, 1, ParameterKind.Output);
        _head = new ForecastHead(Parameters, lengths, Width);
    }

    /// <inheritdoc/>
    public string Architecture => "transformer";

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
        var x = _embedding.Run(engine, _input.Run(engine, windows));
        x = engine.Dropout(engine.AddSteps(x, engine.Parameter(_positions)), Share);
        var attention = default(Tensor);
        foreach (var layer in _layers)
        {
            (x, attention) = layer.Run(engine, x);
        }

        x = _last.Run(engine, x);
        var scores = engine.Reshape(_weighing.Run(engine, x), new TensorShape(windows.Shape.First, Lengths.Steps));
        var weights = engine.Softmax(scores);
        var seen = engine.Add(engine.WeightedSteps(x, weights), engine.StepFromEnd(x, 0));
        return _head.Run(engine, seen, weights, attention);
    }

    /// <inheritdoc/>
    public void Begin(NetworkWeights weights, int seed)
    {
        ArgumentNullException.ThrowIfNull(weights);
        weights.Draw(seed);
        _head.Begin(weights);
        var positions = weights.Of(_positions);
        for (var i = 0; i < positions.Length; i++)
        {
            var (step, column) = (i / Width, i % Width);
            var angle = step / Math.Pow(LongestWave, column / 2 * 2.0 / Width);
            positions[i] = (float)(column % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
        }
    }

    private sealed class Layer(ParameterSet parameters, string name)
    {
        private readonly Norm _first = new(parameters, name + ".first", Width);
        private readonly Dense _ask = new(parameters, name + ".ask", Width, 3 * Width, ParameterKind.Weight);
        private readonly Dense _answer = new(parameters, name + ".answer", Width, Width, ParameterKind.Weight);
        private readonly Norm _second = new(parameters, name + ".second", Width);
        private readonly Dense _widen = new(parameters, name + ".widen", Width, Inner, ParameterKind.Weight);
        private readonly Dense _narrow = new(parameters, name + ".narrow", Inner, Width, ParameterKind.Weight);

        public (Tensor X, Tensor Attention) Run(ITensorEngine engine, Tensor x)
        {
            var attention = engine.Attention(_ask.Run(engine, _first.Run(engine, x)), Heads);
            x = engine.Add(x, engine.Dropout(_answer.Run(engine, attention), Share));
            var inner = engine.Dropout(engine.Gelu(_widen.Run(engine, _second.Run(engine, x))), Share);
            return (engine.Add(x, engine.Dropout(_narrow.Run(engine, inner), Share)), attention);
        }
    }
}
