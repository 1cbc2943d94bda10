namespace AraWeb.Engine.Models.Neural.Files;

/// <summary>A tensor of a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lengths">Its lengths.</param>
/// <param name="Values">Its elements, row-major.</param>
internal sealed record NamedTensor(string Name, IReadOnlyList<int> Lengths, ReadOnlyMemory<float> Values);
