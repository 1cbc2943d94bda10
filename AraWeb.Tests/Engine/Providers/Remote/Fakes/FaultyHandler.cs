using System.Net;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>A network on a bad day: every answer takes its time, and some are errors, cut off, lost or never come.</summary>
internal sealed class FaultyHandler(FakeService service, double faultShare, TimeSpan latency, int seed, ManualTime time) : HttpMessageHandler
{
    private readonly Random _random = new(seed);
    private readonly HttpMessageInvoker _inner = new(new FakeHandler(service));

    public int Faults { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        double draw;
        lock (_random)
        {
            draw = _random.NextDouble() / faultShare;
            Faults += draw < 1 ? 1 : 0;
        }

        await Task.Delay(latency, time, cancellationToken);
        var response = await _inner.SendAsync(request, cancellationToken);
        switch (draw)
        {
            case < 0.2:
                return new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("<html>bad gateway</html>") };
            case < 0.4:
                var text = await response.Content.ReadAsStringAsync(cancellationToken);
                response.Content = new StringContent(text[..(text.Length / 2)]);
                return response;
            case < 0.6:
                throw new HttpRequestException("The connection was reset.");
            case < 0.8:
                var limited = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("{}") };
                limited.Headers.Add("Retry-After", "3");
                return limited;
            case < 1:
                await Task.Delay(TimeSpan.FromMinutes(5), time, cancellationToken);
                return response;
            default:
                return response;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _inner.Dispose();
        base.Dispose(disposing);
    }
}
