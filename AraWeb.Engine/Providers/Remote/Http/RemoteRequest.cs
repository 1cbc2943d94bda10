using System.Text;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Remote.Http;

/// <summary>What is asked of a service. Holds no key: the client adds it on the way out.</summary>
/// <param name="Path">Path below the service's address, without a slash in front; parts of it are escaped by the caller.</param>
internal sealed record RemoteRequest(string Path)
{
    /// <summary>Query parameters, not escaped.</summary>
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    /// <summary>Headers of this request alone, for example a cookie.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Units of the service's allowance that it costs.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Another root than the service's own; null for the usual one.</summary>
    public Uri? Address { get; init; }

    /// <summary>False where the answer is plain text.</summary>
    public bool IsJson { get; init; } = true;

    /// <summary>True where only what comes along with the answer matters, for example a cookie.</summary>
    public bool TakesAnyStatus { get; init; }

    /// <summary>Reads the service's own way of refusing, which may come with any status; null when the answer is none.</summary>
    public Func<RemoteAnswer, DataProviderException?>? Refusal { get; init; }

    /// <summary>The path with its query, without a key.</summary>
    public override string ToString() => Target(extra: null);

    /// <summary>The path with its query.</summary>
    /// <param name="extra">One more parameter; null for none.</param>
    public string Target((string Name, string Value)? extra)
    {
        var text = new StringBuilder(Path);
        var separator = '?';
        foreach (var (name, value) in extra is { } last ? [.. Query, last] : Query)
        {
            text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return text.ToString();
    }
}
