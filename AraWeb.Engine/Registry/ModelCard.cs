namespace AraWeb.Engine.Registry;

/// <summary>A version of a model: what was said of it, and what its file is. This is what the signature covers.</summary>
/// <param name="Version">From 1, given by the registry.</param>
/// <param name="Created">When it was registered, UTC.</param>
/// <param name="FeatureHash">SHA-256 of the feature names, each ended by a line feed; lower-case hexadecimal.</param>
/// <param name="FileHash">SHA-256 of the model file, lower-case hexadecimal.</param>
/// <param name="FileLength">Its length in bytes.</param>
/// <param name="Model">What was said of it.</param>
public sealed record ModelCard(int Version, DateTimeOffset Created, string FeatureHash, string FileHash, long FileLength, ModelDraft Model)
{
    /// <summary>The name that its versions share.</summary>
    public string Id => Model.Id;
}
