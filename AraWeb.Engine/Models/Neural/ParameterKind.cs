namespace AraWeb.Engine.Models.Neural;

/// <summary>How a parameter begins and whether it learns.</summary>
public enum ParameterKind
{
    /// <summary>A matrix that begins uniform within sqrt(6 / (in + out)) (Glorot and Bengio 2010), and decays.</summary>
    Weight,

    /// <summary>A recurrent matrix that begins uniform within 1 / sqrt(columns of the state), and decays.</summary>
    Recurrent,

    /// <summary>Begins at zero and does not decay.</summary>
    Bias,

    /// <summary>Begins at one and does not decay.</summary>
    Gain,

    /// <summary>A matrix that begins at zero, so that a network begins by saying nothing, and decays.</summary>
    Output,

    /// <summary>Set by the network or from data and never learned: positions, means and scales of the columns.</summary>
    Fixed,
}
