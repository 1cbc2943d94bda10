namespace AraWeb.Engine.Models.Neural;

/// <summary>One parameter of a network.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name in files, for example <c>layers.0.attention.weight</c>.</param>
/// <param name="Shape">Its lengths.</param>
/// <param name="Kind">How it begins.</param>
/// <param name="Offset">Where it lies among all values.</param>
public sealed record ParameterSpec(int Number, string Name, TensorShape Shape, ParameterKind Kind, int Offset)
{
    /// <summary>True if training changes it.</summary>
    public bool Learns => Kind != ParameterKind.Fixed;

    /// <summary>True if weight decay pulls it to zero.</summary>
    public bool Decays => Kind is ParameterKind.Weight or ParameterKind.Recurrent or ParameterKind.Output;
}
