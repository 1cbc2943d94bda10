namespace AraWeb.Engine.Models.Neural;

/// <summary>
/// An architecture with its lengths, written once for every engine. It holds no values: those are <see cref="NetworkWeights"/> of its parameters.
/// Takes windows
/// [batch, steps, features] of features as they are, oldest bar first, all numbers known.
/// </summary>
public interface INetwork
{
    /// <summary>Its name, for example <c>transformer</c>.</summary>
    string Architecture { get; }

    /// <summary>What it fits.</summary>
    NetworkLengths Lengths { get; }

    /// <summary>Its parameters.</summary>
    ParameterSet Parameters { get; }

    /// <summary>Number of the parameter [features] that is taken from every bar.</summary>
    int Centre { get; }

    /// <summary>Number of the parameter [features] that every bar is multiplied with after that.</summary>
    int Spread { get; }

    /// <summary>Computes or records.</summary>
    NetworkOutput Run(ITensorEngine engine, Tensor windows);

    /// <summary>Sets the values that training begins with: an untrained network forecasts no tilt and the quantiles of a standard normal.</summary>
    void Begin(NetworkWeights weights, int seed);
}
