using System.Net;
using System.Web;

namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>Brings requests to a service without a network.</summary>
internal sealed class FakeHandler(FakeService service) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        var answer = service.Answer(new FakeRequest(
            Uri.UnescapeDataString(request.RequestUri.AbsolutePath),
            query.AllKeys.ToDictionary(key => key!, key => query[key]!, StringComparer.Ordinal),
            request.Headers.ToDictionary(header => header.Key, header => string.Join("; ", header.Value), StringComparer.OrdinalIgnoreCase)));
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new StringContent(answer.Body) };
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return Task.FromResult(response);
    }
}
