using System.Globalization;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Explanation;
using AraWeb.Engine.Models;
using AraWeb.Engine.Registry;

namespace AraWeb.Engine.Prediction.Means;

/// <summary>A version of the pooled model as forecasts use it. Immutable and shared between threads.</summary>
public sealed class LivePool
{
    private const int HashDigits = 8;
    private readonly Lazy<PooledExplainer> _explainer;

    /// <summary>Makes one.</summary>
    /// <param name="id">Its name in the registry.</param>
    /// <param name="version">Its version.</param>
    /// <param name="fileHash">SHA-256 of its file, lower-case hexadecimal.</param>
    /// <param name="model">What the file holds.</param>
    public LivePool(string id, int version, string fileHash, PooledModel model)
    {
        ArgumentNullException.ThrowIfNull(fileHash);
        (Id, Version, Model) = (id, version, model);
        Tag = string.Create(CultureInfo.InvariantCulture, $"{id}.{version}.{fileHash[..HashDigits]}");
        _explainer = new Lazy<PooledExplainer>(() => new PooledExplainer(model));
    }

    /// <summary>Its name in the registry.</summary>
    public string Id { get; }

    /// <summary>Its version.</summary>
    public int Version { get; }

    /// <summary>The members and their weights.</summary>
    public PooledModel Model { get; }

    /// <summary>Name, version and the first digits of the file's hash: names one file, whatever registry it came from.</summary>
    public string Tag { get; }

    /// <summary>Takes its forecasts apart; made at first use.</summary>
    public PooledExplainer Explainer => _explainer.Value;

    /// <summary>Reads a checked file.</summary>
    /// <exception cref="Core.ModelException">It is no pooled model.</exception>
    public static LivePool Read(LoadedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var stream = new MemoryStream(file.Bytes.ToArray(), writable: false);
        return new LivePool(file.Card.Id, file.Card.Version, file.Card.FileHash, PooledModelFile.Read(stream, ForecasterCatalog.Learners));
    }
}
