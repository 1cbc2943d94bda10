namespace AraWeb.Engine.Registry;

/// <summary>What the registry refuses to read.</summary>
/// <param name="LargestModel">Bytes of a model file.</param>
/// <param name="LargestManifest">Bytes of a manifest or a list of stages.</param>
public sealed record RegistryLimits(long LargestModel, int LargestManifest)
{
    /// <summary>256 MB for a model: ten times what five hundred deep trees take. 1 MB for a manifest: some ten thousand features.</summary>
    public static RegistryLimits Usual { get; } = new(256L << 20, 1 << 20);
}
