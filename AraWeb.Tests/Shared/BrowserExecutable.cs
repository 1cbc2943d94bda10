namespace AraWeb.Tests.Shared;

/// <summary>Which Chromium the browser tests start; <c>test.sh</c> looks in the same order.</summary>
internal static class BrowserExecutable
{
    /// <summary>ARA_CHROMIUM, else Debian's Chromium; null means the browser that Playwright has downloaded for itself.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("ARA_CHROMIUM") is { Length: > 0 } chosen
        ? chosen
        : File.Exists("/usr/bin/chromium") ? "/usr/bin/chromium" : null;
}
