namespace AraWeb.Engine.Models.Neural.Files;

/// <summary>What a safetensors file holds.</summary>
/// <param name="Tensors">Its tensors by name.</param>
/// <param name="Notes">Its metadata.</param>
internal sealed record SafetensorsContent(IReadOnlyDictionary<string, NamedTensor> Tensors, IReadOnlyDictionary<string, string> Notes);
