namespace AraWeb.Engine.Providers;

/// <summary>How a stream is doing. Plain values only, so that it goes out as JSON as it is.</summary>
/// <param name="Provider">Whose stream.</param>
/// <param name="IsConnected">True while messages come.</param>
/// <param name="Connections">Connections so far.</param>
/// <param name="Messages">Messages so far, those that keep the line open included.</param>
/// <param name="Dropped">Updates that nobody fetched in time and that newer ones took the place of.</param>
/// <param name="LastMessageAt">Time of the newest message, UTC.</param>
/// <param name="LastError">Why the connection before this one ended, in words.</param>
public sealed record StreamHealth(
    string Provider, bool IsConnected, long Connections, long Messages, long Dropped, DateTimeOffset? LastMessageAt, string? LastError);
