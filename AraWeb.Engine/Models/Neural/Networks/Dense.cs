namespace AraWeb.Engine.Models.Neural.Networks;

/// <summary>A matrix and a bias.</summary>
internal sealed class Dense
{
    private readonly int _weight;

    /// <summary>Declares the two.</summary>
    public Dense(ParameterSet parameters, string name, int inner, int outer, ParameterKind kind)
    {
        _weight = parameters.Declare(name + ".weight", new TensorShape(inner, outer), kind);
        Bias = parameters.Declare(name + ".bias", new TensorShape(outer), ParameterKind.Bias);
    }

    /// <summary>Number of the bias.</summary>
    public int Bias { get; }

    /// <summary>Applies it.</summary>
    public Tensor Run(ITensorEngine engine, Tensor x) => engine.Linear(x, engine.Parameter(_weight), engine.Parameter(Bias));
}
