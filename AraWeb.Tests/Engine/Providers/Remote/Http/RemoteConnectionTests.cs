using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Tests.Engine.Providers.Remote.Fakes;
using Microsoft.AspNetCore.Http;

namespace AraWeb.Tests.Engine.Providers.Remote.Http;

/// <summary>What only shows on a real connection: broken sockets, slow and cut answers, nobody there.</summary>
public sealed class RemoteConnectionTests : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false };
    private int _asked;

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task GetAsync_SocketDroppedOnce_IsAskedAgain()
    {
        await using var host = await FakeHost.StartAsync(context =>
        {
            if (Interlocked.Increment(ref _asked) == 1)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("[1]");
        });
        using var client = Client(host.Address);

        using var answer = await client.GetAsync(new RemoteRequest("a"), CancellationToken.None);

        Assert.Equal((1, 2), (answer.Root.Count, _asked));
    }

    [Fact]
    public async Task GetAsync_AnswerBrokenOff_IsUnavailable()
    {
        await using var host = await FakeHost.StartAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("[1,");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using var client = Client(host.Address);

        await Assert.ThrowsAsync<ProviderUnavailableException>(async () => await client.GetAsync(new RemoteRequest("a"), CancellationToken.None));

        Assert.Equal(3, client.Health.Failures);
    }

    [Fact]
    public async Task GetAsync_SlowOnce_IsAskedAgain()
    {
        await using var host = await FakeHost.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref _asked) == 1)
            {
                await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted);
            }

            await context.Response.WriteAsync("[1]");
        });
        using var client = Client(host.Address, RemotePolicy.Default with { AttemptTimeout = TimeSpan.FromSeconds(1), FirstDelay = TimeSpan.Zero });

        using var answer = await client.GetAsync(new RemoteRequest("a"), CancellationToken.None);

        Assert.Contains("did not answer within 1 seconds", client.Health.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_NobodyThere_SaysSoWithoutTheKey()
    {
        Uri address;
        await using (var host = await FakeHost.StartAsync(context => context.Response.WriteAsync("[]")))
        {
            address = host.Address;
        }

        using var client = Client(address);

        var error = await Assert.ThrowsAsync<ProviderUnavailableException>(async () => await client.GetAsync(new RemoteRequest("a"), CancellationToken.None));

        Assert.StartsWith("fake cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_SentElsewhere_DoesNotFollow()
    {
        await using var host = await FakeHost.StartAsync(context =>
        {
            Interlocked.Increment(ref _asked);
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var client = Client(host.Address, RemotePolicy.Default with { Retries = 1, FirstDelay = TimeSpan.Zero });

        await Assert.ThrowsAnyAsync<DataProviderException>(async () => await client.GetAsync(new RemoteRequest("a"), CancellationToken.None));

        Assert.Equal(2, _asked);
    }

    private RemoteClient Client(Uri address) => Client(address, RemotePolicy.Default with { FirstDelay = TimeSpan.Zero });

    private RemoteClient Client(Uri address, RemotePolicy policy) => new(
        new RemoteService("fake", address, 1000, TimeSpan.FromMinutes(1)) { Key = new RemoteKey("Providers:Fake:Key", "SECRET", "apikey") },
        policy,
        _handler,
        TimeProvider.System);
}
