namespace AraWeb.Tests.Shared;

/// <summary>For tests that search for offences: the failure message names every one of them.</summary>
internal static class Findings
{
    /// <summary>Fails unless nothing was found.</summary>
    public static void AssertNone(IEnumerable<string> found)
    {
        var list = found.ToArray();
        Assert.True(list.Length == 0, $"{list.Length} found:{Environment.NewLine}{string.Join(Environment.NewLine, list)}");
    }
}
