namespace AraWeb.Engine.Models.Neural.Networks;

/// <summary>The first thing that every network does: columns less their mean, over their deviation, held within a few deviations.</summary>
internal sealed class FeatureInput
{
    /// <summary>Values farther from the mean than this many deviations count as this: one bar must not steer a network.</summary>
    private const float MostDeviations = 5;

    /// <summary>Declares the two parameters.</summary>
    public FeatureInput(ParameterSet parameters, int features)
    {
        Centre = parameters.Declare("input.centre", new TensorShape(features), ParameterKind.Fixed);
        Spread = parameters.Declare("input.spread", new TensorShape(features), ParameterKind.Fixed);
    }

    /// <summary>Number of the means.</summary>
    public int Centre { get; }

    /// <summary>Number of the factors.</summary>
    public int Spread { get; }

    /// <summary>Applies it.</summary>
    public Tensor Run(ITensorEngine engine, Tensor windows) =>
        engine.Standardise(windows, engine.Parameter(Centre), engine.Parameter(Spread), MostDeviations);
}
