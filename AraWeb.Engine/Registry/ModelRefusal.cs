namespace AraWeb.Engine.Registry;

/// <summary>Why a model was refused.</summary>
public enum ModelRefusal
{
    /// <summary>The id or version is no name that the registry gives.</summary>
    BadName,

    /// <summary>There is no such model, or one of its files is missing.</summary>
    Missing,

    /// <summary>A link, or a path that leads out of the registry's folder.</summary>
    OutsideFolder,

    /// <summary>A file is larger than allowed.</summary>
    TooLarge,

    /// <summary>There is no signature, or none that can be read.</summary>
    Unsigned,

    /// <summary>Signed by a key that is not trusted here.</summary>
    UnknownKey,

    /// <summary>The signature is not that of the manifest: one of them was changed.</summary>
    BadSignature,

    /// <summary>The signed manifest is not what this program writes.</summary>
    BadManifest,

    /// <summary>The manifest belongs to another model or version.</summary>
    OtherModel,

    /// <summary>The file is shorter or longer than the manifest says.</summary>
    CutOff,

    /// <summary>The file's hash is not the one that was signed.</summary>
    Changed,

    /// <summary>The model learned other features than it is asked with.</summary>
    OtherFeatures,

    /// <summary>An ONNX file that reads further files.</summary>
    ExternalData,

    /// <summary>An ONNX file that cannot be read.</summary>
    BadOnnx,

    /// <summary>The model was found wanting and is not to be used.</summary>
    RefusedStage,
}
