using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>A server on loopback whose answers a test writes: for what only shows on a real connection.</summary>
internal sealed class FakeHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private FakeHost(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single() + "/");

    public static async Task<FakeHost> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.UseWebSockets();
        application.Run(context => answer(context));
        await application.StartAsync();
        return new FakeHost(application);
    }

    /// <summary>A server that plays a service.</summary>
    public static Task<FakeHost> StartAsync(FakeService service) => StartAsync(async context =>
    {
        var request = context.Request;
        var answer = service.Answer(new FakeRequest(
            request.Path.Value!,
            request.Query.ToDictionary(entry => entry.Key, entry => entry.Value.ToString(), StringComparer.Ordinal),
            request.Headers.ToDictionary(entry => entry.Key, entry => entry.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers.Append(name, value);
        }

        await context.Response.WriteAsync(answer.Body);
    });

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
