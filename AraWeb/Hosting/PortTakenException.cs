using AraWeb.Engine.Core;

namespace AraWeb.Hosting;

/// <summary>Another program listens on the configured address.</summary>
/// <param name="url">The address.</param>
/// <param name="inner">What the server said.</param>
internal sealed class PortTakenException(string url, Exception inner) : AraException(
    "port-taken",
    $"The address {url} is taken by another program.",
    "Stop the other program (perhaps another Ara), or choose another address: --url http://localhost:5081, or the setting Server:Url.",
    inner);
