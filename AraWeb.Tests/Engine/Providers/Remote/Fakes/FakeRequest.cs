namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>What a service was asked.</summary>
/// <param name="Path">Path, with a slash in front, not escaped.</param>
/// <param name="Query">Query parameters, not escaped.</param>
/// <param name="Headers">Headers by name.</param>
internal sealed record FakeRequest(string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers)
{
    public string this[string name] => Query.GetValueOrDefault(name, string.Empty);

    public long Long(string name, long otherwise) => Query.TryGetValue(name, out var text) ? long.Parse(text) : otherwise;
}
