using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Tests.Engine.Providers.Remote.Fakes;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Remote.Http;

public sealed class RemoteClientTests : IDisposable
{
    private const string Secret = "top-SECRET-key+/=7";

    private static readonly RemotePolicy Policy = RemotePolicy.Default with { FirstDelay = TimeSpan.FromSeconds(1) };

    private readonly ManualTime _time = new();
    private readonly ScriptedService _service;
    private readonly RemoteClient _client;

    public RemoteClientTests()
    {
        _service = new ScriptedService(_time);
        _client = Client(Policy, key: null);
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task GetAsync_GoodAnswer_IsReadAndNoted()
    {
        using var answer = await _client.GetAsync(new RemoteRequest("a/b") { Query = [("x", "1 &=")] }, CancellationToken.None);

        Assert.Equal(7, answer.Root["value"].Integer);
        Assert.Equal("1 &=", _service.Requests[0]["x"]);
        var health = _client.Health;
        Assert.Equal((ProviderState.Healthy, 1, 0, _time.GetUtcNow()), (health.State, health.Requests, health.Failures, health.LastSuccess));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task GetAsync_OutOfOrderTwice_AnswersAtTheThirdTry(int status)
    {
        _service.Faults.Enqueue(new FakeAnswer(status, "<html>gateway</html>"));
        _service.Faults.Enqueue(new FakeAnswer(200, """{"value":"""));

        using var answer = await RunAsync(_client.GetAsync(new RemoteRequest("a"), CancellationToken.None));

        Assert.Equal(3, _service.Requests.Count);
        Assert.Equal((3L, 2L), (_client.Health.Requests, _client.Health.Failures));
    }

    [Fact]
    public async Task GetAsync_OutOfOrderForGood_GivesUpAfterThreeTries()
    {
        Repeat(new FakeAnswer(502, string.Empty), 9);

        var error = await Assert.ThrowsAsync<ProviderUnavailableException>(() => RunAsync(_client.GetAsync(new RemoteRequest("a"), CancellationToken.None)));

        Assert.Equal(3, _service.Requests.Count);
        Assert.Equal(("provider-unavailable", "fake is out of order (status 502)."), (error.Code, error.Message));
        Assert.Equal((ProviderState.Degraded, error.Message), (_client.Health.State, _client.Health.LastError));
    }

    [Fact]
    public async Task GetAsync_CutOff_IsABadAnswer()
    {
        Repeat(new FakeAnswer(200, """{"value":[1,2"""), 3);

        await Assert.ThrowsAsync<BadAnswerException>(() => RunAsync(_client.GetAsync(new RemoteRequest("a"), CancellationToken.None)));
    }

    [Fact]
    public async Task GetAsync_Delays_GrowAndVary()
    {
        Repeat(new FakeAnswer(500, string.Empty), 3);
        var waits = new List<double>();
        var running = _client.GetAsync(new RemoteRequest("a"), CancellationToken.None).AsTask();
        for (var i = 0; i < 2; i++)
        {
            // The limit of the whole request is the other timer.
            await _time.WaitForTimersAsync(2);
            var before = _service.Requests.Count;
            var waited = 0.0;
            while (_service.Requests.Count == before && !running.IsCompleted)
            {
                _time.Advance(TimeSpan.FromMilliseconds(50));
                waited += 0.05;
                await Task.Delay(5);
            }

            waits.Add(waited);
        }

        await Assert.ThrowsAsync<ProviderUnavailableException>(() => running);
        Assert.InRange(waits[0], 0.45, 1.7);
        Assert.InRange(waits[1], 0.95, 3.3);
    }

    [Fact]
    public async Task GetAsync_ShortRetryAfter_IsHonoured()
    {
        _service.Faults.Enqueue(new FakeAnswer(429, "{}") { Headers = [("Retry-After", "7")] });
        var running = _client.GetAsync(new RemoteRequest("a"), CancellationToken.None).AsTask();
        await _time.WaitForTimersAsync(2);
        Assert.Equal(ProviderState.Resting, _client.Health.State);

        _time.Advance(TimeSpan.FromSeconds(6.9));
        await Task.Delay(30);
        Assert.Single(_service.Requests);
        _time.Advance(TimeSpan.FromSeconds(0.2));

        using var answer = await running.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(2, _service.Requests.Count);
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(418, true)]
    public async Task GetAsync_LongRetryAfter_LeavesTheServiceAlone(int status, bool asDate)
    {
        var until = _time.GetUtcNow().AddSeconds(120);
        _service.Faults.Enqueue(new FakeAnswer(status, "{}")
        {
            Headers = [("Retry-After", asDate ? until.ToString("R", CultureInfo.InvariantCulture) : "120")],
        });

        var first = await Assert.ThrowsAsync<RateLimitedException>(async () => await _client.GetAsync(new RemoteRequest("a"), CancellationToken.None));
        var second = await Assert.ThrowsAsync<RateLimitedException>(async () => await _client.GetAsync(new RemoteRequest("a"), CancellationToken.None));

        Assert.Equal((until, until), (first.RetryAt, second.RetryAt));
        Assert.Single(_service.Requests);
        Assert.Equal((ProviderState.Resting, until), (_client.Health.State, _client.Health.AskedAgainAt));
        _time.Advance(TimeSpan.FromSeconds(121));
        using var answer = await _client.GetAsync(new RemoteRequest("a"), CancellationToken.None);
        Assert.True(answer.IsSuccess);
    }

    [Fact]
    public async Task GetAsync_DownForLong_OpensTheBreakerAndClosesItAgain()
    {
        Repeat(new FakeAnswer(500, string.Empty), 8);
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<ProviderUnavailableException>(() => RunAsync(_client.GetAsync(new RemoteRequest("a"), CancellationToken.None)));
        }

        var asked = _service.Requests.Count;
        var error = await Assert.ThrowsAsync<ProviderUnavailableException>(async () => await _client.GetAsync(new RemoteRequest("a"), CancellationToken.None));

        Assert.Equal(asked, _service.Requests.Count);
        Assert.Contains("left alone", error.Message, StringComparison.Ordinal);
        Assert.Equal(ProviderState.Unavailable, _client.Health.State);
        _time.Advance(Policy.BreakDuration + TimeSpan.FromSeconds(1));
        using var answer = await _client.GetAsync(new RemoteRequest("a"), CancellationToken.None);
        Assert.NotEqual(ProviderState.Unavailable, _client.Health.State);
    }

    [Fact]
    public async Task GetAsync_TooLong_IsRefused()
    {
        using var client = Client(Policy with { LongestAnswer = 100, Retries = 1 }, key: null);
        Repeat(FakeAnswer.Ok("[" + new string('1', 200) + "]"), 2);

        var error = await Assert.ThrowsAsync<BadAnswerException>(() => RunAsync(client.GetAsync(new RemoteRequest("a"), CancellationToken.None)));

        Assert.Contains("more than 100 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_KeyMissing_AsksNothing()
    {
        using var client = Client(Policy, key: "  ");

        var error = await Assert.ThrowsAsync<ProviderKeyException>(async () => await client.GetAsync(new RemoteRequest("a"), CancellationToken.None));

        Assert.Empty(_service.Requests);
        Assert.Contains("Providers:Fake:Key (or the environment variable ARA_Providers__Fake__Key)", error.Advice, StringComparison.Ordinal);
        Assert.Equal(ProviderState.KeyProblem, client.Health.State);
    }

    [Theory]
    [InlineData(200, """{"value":1""")]
    [InlineData(401, "{}")]
    [InlineData(403, "{}")]
    [InlineData(404, "{}")]
    [InlineData(429, "{}")]
    [InlineData(500, "{}")]
    [InlineData(302, "{}")]
    public async Task GetAsync_AnyFailure_NeverShowsTheKey(int status, string body)
    {
        using var client = Client(Policy, Secret);
        Repeat(new FakeAnswer(status, body), 3);

        var error = await Assert.ThrowsAnyAsync<DataProviderException>(() => RunAsync(client.GetAsync(new RemoteRequest("a"), CancellationToken.None)));

        Assert.Equal(Secret, _service.Requests[0]["apikey"]);
        var seen = $"{error} {error.Advice} {client.Health}";
        Assert.DoesNotContain(Secret, seen, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Uri.EscapeDataString(Secret), seen, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task GetAsync_Cancelled_IsNoFailureOfTheService()
    {
        Repeat(new FakeAnswer(500, string.Empty), 3);
        using var cancellation = new CancellationTokenSource();
        var running = _client.GetAsync(new RemoteRequest("a"), cancellation.Token).AsTask();
        await _time.WaitForTimersAsync(2);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(1, _client.Health.Failures);
    }

    private void Repeat(FakeAnswer answer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _service.Faults.Enqueue(answer);
        }
    }

    private RemoteClient Client(RemotePolicy policy, string? key) => new(
        new RemoteService("fake", new Uri("http://service.test/"), 1000, TimeSpan.FromMinutes(1))
        {
            Key = key is null ? null : new RemoteKey("Providers:Fake:Key", key, "apikey"),
        },
        policy,
        new FakeHandler(_service),
        _time);

    /// <summary>Lets the clock run, a second at a time, until the work is done.</summary>
    private async Task<RemoteAnswer> RunAsync(ValueTask<RemoteAnswer> work)
    {
        var task = work.AsTask();
        for (var i = 0; i < 2000 && !task.IsCompleted; i++)
        {
            await Task.Delay(1);
            _time.Advance(TimeSpan.FromSeconds(0.1));
        }

        return await task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private sealed class ScriptedService(TimeProvider time) : FakeService(time)
    {
        protected override FakeAnswer Respond(FakeRequest request) => FakeAnswer.Ok("""{"value":7}""");
    }
}
