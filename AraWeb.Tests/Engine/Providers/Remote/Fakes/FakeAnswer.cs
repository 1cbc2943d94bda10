namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>What a service answers.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
internal sealed record FakeAnswer(int Status, string Body)
{
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public static FakeAnswer Ok(string body) => new(200, body);
}
