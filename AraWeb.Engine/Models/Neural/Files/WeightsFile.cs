using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Neural.Files;

/// <summary>Weights as tensors of a file, and back into a network of the same architecture.</summary>
internal static class WeightsFile
{
    /// <summary>The tensors of a network, or of anything laid out like its weights.</summary>
    /// <param name="parameters">Names and lengths.</param>
    /// <param name="values">Laid out as <see cref="NetworkWeights.Values"/>; copied.</param>
    /// <param name="prefix">Before every name.</param>
    public static IEnumerable<NamedTensor> Tensors(ParameterSet parameters, ReadOnlyMemory<float> values, string prefix) =>
        parameters.Specs.Select(spec => new NamedTensor(prefix + spec.Name, Lengths(spec.Shape), values.Slice(spec.Offset, spec.Shape.Count)));

    /// <summary>Reads them back.</summary>
    /// <param name="content">The file.</param>
    /// <param name="parameters">Names and lengths expected.</param>
    /// <param name="prefix">Before every name.</param>
    /// <param name="values">Receives them.</param>
    /// <param name="architecture">The network, for the message.</param>
    /// <exception cref="ModelException">Tensors lack or have other lengths: the file is of another architecture.</exception>
    public static void Read(SafetensorsContent content, ParameterSet parameters, string prefix, Span<float> values, string architecture)
    {
        foreach (var spec in parameters.Specs)
        {
            if (!content.Tensors.TryGetValue(prefix + spec.Name, out var tensor) || !tensor.Lengths.SequenceEqual(Lengths(spec.Shape)))
            {
                var found = tensor is null ? "is missing" : $"has lengths {string.Join(" x ", tensor.Lengths)}";
                throw new ModelException(
                    $"The file is not of this {architecture} network: {prefix + spec.Name}, {spec.Shape} here, {found} there.",
                    "Load it with the network, features and horizons that it was trained with, or train again.");
            }

            tensor.Values.Span.CopyTo(values[spec.Offset..]);
        }
    }

    private static int[] Lengths(TensorShape shape) => [.. new[] { shape.First, shape.Second, shape.Third, shape.Fourth }.Take(shape.Rank)];
}
