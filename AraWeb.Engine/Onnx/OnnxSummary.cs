namespace AraWeb.Engine.Onnx;

/// <summary>What an ONNX file is.</summary>
/// <param name="OperatorVersion">Version of the ai.onnx operators.</param>
/// <param name="Operators">Names of the operators it uses.</param>
/// <param name="Inputs">Names of what it is given.</param>
/// <param name="Outputs">Names of what it gives.</param>
public sealed record OnnxSummary(long OperatorVersion, IReadOnlyList<string> Operators, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs);
