namespace AraWeb.Engine.Providers.Remote.Http;

/// <summary>A service as the client sees it.</summary>
/// <param name="Name">Short lower-case name.</param>
/// <param name="Address">Root of all its paths, with a slash at the end.</param>
/// <param name="Allowance">Requests, or units of weight, ...</param>
/// <param name="AllowanceTime">... in this time.</param>
internal sealed record RemoteService(string Name, Uri Address, int Allowance, TimeSpan AllowanceTime)
{
    /// <summary>The key; null for a service that needs none.</summary>
    public RemoteKey? Key { get; init; }

    /// <summary>What the program calls itself; some services refuse requests without.</summary>
    public string UserAgent { get; init; } = "Ara/1.0";

    /// <summary>Header in which the service tells the weight that was used up in its window; null where it has none.</summary>
    public string? UsedWeightHeader { get; init; }
}
