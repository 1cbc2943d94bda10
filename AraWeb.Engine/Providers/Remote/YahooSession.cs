using AraWeb.Engine.Providers.Remote.Http;

namespace AraWeb.Engine.Providers.Remote;

/// <summary>
/// The cookie and crumb that Yahoo asks for from some visitors. Fetched only when it asks, kept until it asks again; one fetch at a time.
/// </summary>
/// <param name="client">Asks the service.</param>
/// <param name="cookies">The address that sets the cookie; its own status is an error.</param>
internal sealed class YahooSession(RemoteClient client, Uri cookies) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Ticket? _ticket;

    /// <summary>A request with cookie and crumb, where they are known.</summary>
    public RemoteRequest Sign(RemoteRequest request) => _ticket is { } ticket
        ? request with { Query = [.. request.Query, ("crumb", ticket.Crumb)], Headers = [("Cookie", ticket.Cookie)] }
        : request;

    /// <summary>Fetches a new cookie and crumb, unless another caller did since the refused request was made.</summary>
    /// <param name="refused">The request that was refused, as it was signed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="BadAnswerException">Yahoo gives no crumb.</exception>
    public async ValueTask RenewAsync(RemoteRequest refused, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_ticket is { } ticket && !refused.Query.Contains(("crumb", ticket.Crumb)))
            {
                return;
            }

            using var visit = await client.GetAsync(
                new RemoteRequest(string.Empty) { Address = cookies, IsJson = false, TakesAnyStatus = true }, cancellationToken).ConfigureAwait(false);
            var cookie = string.Join("; ", visit.Cookies);
            using var answer = await client.GetAsync(
                new RemoteRequest("v1/test/getcrumb") { IsJson = false, Headers = [("Cookie", cookie)] }, cancellationToken).ConfigureAwait(false);
            var crumb = answer.Text.Trim();
            _ticket = crumb.Length is > 0 and < 64 && !crumb.Contains('<', StringComparison.Ordinal)
                ? new Ticket(cookie, crumb)
                : throw new BadAnswerException(client.Name, "asks for a crumb and gives none", inner: null);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private sealed record Ticket(string Cookie, string Crumb);
}
