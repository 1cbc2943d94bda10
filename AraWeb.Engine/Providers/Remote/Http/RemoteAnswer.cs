using System.Text.Json;

namespace AraWeb.Engine.Providers.Remote.Http;

/// <summary>What a service answered. Dispose it when its figures have been read.</summary>
internal sealed class RemoteAnswer(string provider, int status, string text, JsonDocument? document, IReadOnlyList<string> cookies) : IDisposable
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;

    /// <summary>True for a status from 200 to 299.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The body of an answer that is plain text; empty for JSON.</summary>
    public string Text { get; } = text;

    /// <summary>Cookies that were set, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Cookies { get; } = cookies;

    /// <summary>The body; nothing is in it where it is no JSON.</summary>
    public AnswerField Root => new(provider, "answer", document?.RootElement ?? default);

    /// <inheritdoc/>
    public void Dispose() => document?.Dispose();
}
