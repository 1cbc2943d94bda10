namespace AraWeb.Engine.Models.Neural;

/// <summary>A value in a pass of an engine: the engine that made it knows the rest. Good until that engine begins the next pass.</summary>
/// <param name="Id">Number of the value in the pass.</param>
/// <param name="Shape">Its lengths.</param>
public readonly record struct Tensor(int Id, TensorShape Shape);
