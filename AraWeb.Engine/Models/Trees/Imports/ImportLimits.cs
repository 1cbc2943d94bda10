using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Imports;

/// <summary>
/// What a file from outside may ask of memory and time. Three hundred trees of depth 6 take 4 MB as XGBoost writes them.
/// </summary>
internal static class ImportLimits
{
    /// <summary>Largest file, in bytes.</summary>
    public const int Bytes = 64 * 1024 * 1024;

    /// <summary>Most trees.</summary>
    public const int Trees = 20_000;

    /// <summary>Most nodes over all trees, after import.</summary>
    public const int Nodes = 4_000_000;

    /// <summary>Most questions on the way to a leaf.</summary>
    public const int Depth = 512;

    /// <summary>Most columns.</summary>
    public const int Features = 100_000;

    /// <summary>Reads a whole stream.</summary>
    /// <exception cref="ModelException">It holds more than <paramref name="limit"/> bytes.</exception>
    public static ReadOnlyMemory<byte> ReadAll(Stream stream, int limit)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (bytes.Length + read > limit)
            {
                throw Refuse($"it holds more than {limit} bytes");
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <summary>The error of a file that is not loaded.</summary>
    /// <param name="why">What is wrong with it, to follow "because".</param>
    /// <param name="inner">What was caught, if anything.</param>
    public static ModelException Refuse(string why, Exception? inner = null) => new(
        $"The model file was not loaded, because {why}.",
        "Save the model again with the program that trained it, as XGBoost JSON or LightGBM text with one output and without categorical splits.",
        inner);
}
