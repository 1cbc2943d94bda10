namespace AraWeb.Engine.Registry;

/// <summary>A model file that was checked.</summary>
/// <param name="Card">Its card.</param>
/// <param name="Bytes">The file.</param>
public sealed record LoadedFile(ModelCard Card, ReadOnlyMemory<byte> Bytes);
