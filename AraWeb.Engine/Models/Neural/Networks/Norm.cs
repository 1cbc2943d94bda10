namespace AraWeb.Engine.Models.Neural.Networks;

/// <summary>A layer norm's gain and shift.</summary>
internal sealed class Norm(ParameterSet parameters, string name, int width)
{
    private readonly int _gain = parameters.Declare(name + ".gain", new TensorShape(width), ParameterKind.Gain);
    private readonly int _shift = parameters.Declare(name + ".shift", new TensorShape(width), ParameterKind.Bias);

    /// <summary>Applies it.</summary>
    public Tensor Run(ITensorEngine engine, Tensor x) => engine.LayerNorm(x, engine.Parameter(_gain), engine.Parameter(_shift));
}
