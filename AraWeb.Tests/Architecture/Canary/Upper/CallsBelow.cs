using AraWeb.Tests.Architecture.Canary.Lower;

namespace AraWeb.Tests.Architecture.Canary.Upper;

/// <summary>A static call inside a lambda inside an async method.</summary>
internal sealed class CallsBelow
{
    public static async Task<int> UseAsync()
    {
        await Task.Yield();
        return new[] { "a" }.Sum(text => Below.Count(text));
    }
}
