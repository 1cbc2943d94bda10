using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AraWeb.Engine.Core;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace AraWeb.Engine.Providers.Remote.Http;

/// <summary>
/// The one way in which remote services are asked: within their allowance, with a time limit for each try, at most three tries with growing waits, and a
/// breaker for a service that is down. Errors come typed; nothing that leaves here holds a key. Writes no log. Safe for use by many threads.
/// </summary>
internal sealed class RemoteClient : IDisposable
{
    private readonly RemoteService _service;
    private readonly RemotePolicy _policy;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly TokenBucket _bucket;
    private readonly HealthRecord _health;
    private readonly ResiliencePipeline _tries;
    private readonly ResiliencePipeline _attempt;

    // Spreads the repetitions of several processes, so it starts from the clock. Guarded by itself.
    private readonly Random _jitter;

    /// <summary>Makes a client.</summary>
    /// <param name="service">Whom it asks.</param>
    /// <param name="policy">How patient it is.</param>
    /// <param name="handler">Sends the requests; not disposed.</param>
    /// <param name="time">The clock of every wait.</param>
    public RemoteClient(RemoteService service, RemotePolicy policy, HttpMessageHandler handler, TimeProvider time)
    {
        _service = service;
        _policy = policy;
        _time = time;
        _http = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        _bucket = new TokenBucket(service.Allowance, service.AllowanceTime, time);
        _health = new HealthRecord(service.Name, time);
        _jitter = new Random(HashCode.Combine(service.Name, time.GetTimestamp()));
        _tries = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(policy.TotalTimeout)
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = policy.Retries,
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthAnotherTry(arguments.Outcome.Exception)),
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(DelayBefore(arguments.AttemptNumber, arguments.Outcome.Exception)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = policy.FailureRatio,
                MinimumThroughput = policy.MinimumTries,
                SamplingDuration = policy.SamplingDuration,
                BreakDuration = policy.BreakDuration,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is ProviderUnavailableException or BadAnswerException),
                OnOpened = _ => NoteBreaker(time.GetUtcNow() + policy.BreakDuration),
                OnHalfOpened = _ => NoteBreaker(null),
                OnClosed = _ => NoteBreaker(null),
            })
            .Build();
        _attempt = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(policy.AttemptTimeout).Build();
    }

    /// <summary>The service's name.</summary>
    public string Name => _service.Name;

    /// <summary>How the service is doing.</summary>
    public ProviderHealth Health => _health.Read();

    /// <summary>Asks the service.</summary>
    /// <returns>An answer with a good status that the request does not call a refusal.</returns>
    /// <exception cref="DataProviderException">All tries failed, or the service refuses; the message holds no key.</exception>
    public async ValueTask<RemoteAnswer> GetAsync(RemoteRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_service.Key is { Value: null } key)
        {
            var missing = new ProviderKeyException(Name, "needs a key and none is set", key.Setting);
            _health.Failed(missing);
            throw missing;
        }

        try
        {
            return await _tries.ExecuteAsync(
                static (state, token) => state.Client.TryAsync(state.Request, token), (Client: this, Request: request), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (BrokenCircuitException)
        {
            // Without the inner exception: it is an older request's.
            var last = _health.Read().LastError;
            throw new ProviderUnavailableException(
                Name, $"failed so often that it is left alone for a while; the newest error was: {last?.TrimEnd('.')}", inner: null);
        }
        catch (RateLimitedException error) when (error.RetryAt is null)
        {
            _health.RestUntil(_time.GetUtcNow() + _policy.DefaultRest);
            throw;
        }
        catch (TimeoutRejectedException error)
        {
            throw new ProviderUnavailableException(Name, $"gave no good answer within {_policy.TotalTimeout.TotalSeconds:0.#} seconds", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async ValueTask<RemoteAnswer> TryAsync(RemoteRequest request, CancellationToken cancellationToken)
    {
        await WaitForRestAsync(cancellationToken).ConfigureAwait(false);
        if (await _bucket.TakeAsync(request.Weight, _policy.TotalTimeout, cancellationToken).ConfigureAwait(false) is { } free)
        {
            throw new RateLimitedException(Name, "has no requests left in its allowance", free);
        }

        var started = _time.GetTimestamp();
        try
        {
            var answer = await _attempt.ExecuteAsync(
                static (state, token) => state.Client.SendAsync(state.Request, token), (Client: this, Request: request), cancellationToken)
                .ConfigureAwait(false);
            _health.Succeeded(_time.GetElapsedTime(started));
            return answer;
        }
        catch (UnknownSymbolException)
        {
            // The service works; it does not have what was asked for.
            _health.Succeeded(_time.GetElapsedTime(started));
            throw;
        }
        catch (DataProviderException error)
        {
            _health.Failed(error);
            throw;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && Translate(error) is not null)
        {
            var failure = Translate(error)!;
            _health.Failed(failure);
            throw failure;
        }
    }

    private async ValueTask WaitForRestAsync(CancellationToken cancellationToken)
    {
        while (_health.RestsUntil is { } until)
        {
            var wait = until - _time.GetUtcNow();
            if (wait > _policy.LongestWait)
            {
                throw new RateLimitedException(Name, "asked to be left alone", until);
            }

            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1), _time, cancellationToken).ConfigureAwait(false);
        }
    }

    private DataProviderException? Translate(Exception error) => error switch
    {
        TimeoutRejectedException => new ProviderUnavailableException(Name, $"did not answer within {_policy.AttemptTimeout.TotalSeconds:0.#} seconds", error),
        HttpRequestException => new ProviderUnavailableException(Name, "cannot be reached, or broke off its answer", error),
        IOException => new ProviderUnavailableException(Name, "broke off its answer", error),
        JsonException => new BadAnswerException(Name, "sent an answer that is cut off or no JSON", error),
        _ => null,
    };

    private async ValueTask<RemoteAnswer> SendAsync(RemoteRequest request, CancellationToken cancellationToken)
    {
        using var message = Message(request);
        using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        NoteUsedWeight(response.Headers);
        var body = await AnswerBody.ReadAsync(response.Content, _policy.LongestAnswer, Name, cancellationToken).ConfigureAwait(false);
        var answer = Parse(request, response, body);
        if (!request.TakesAnyStatus && (request.Refusal?.Invoke(answer) ?? AnswerStatus.Refusal(answer.Status, Name, _service.Key)) is { } refusal)
        {
            answer.Dispose();
            throw refusal is RateLimitedException limited ? WithRest(limited, response.Headers.RetryAfter) : refusal;
        }

        return answer;
    }

    private HttpRequestMessage Message(RemoteRequest request)
    {
        var key = _service.Key;
        (string, string)? extra = key is { Parameter: { } name, Value: { } value } ? (name, value) : null;
        var message = new HttpRequestMessage(HttpMethod.Get, new Uri(request.Address ?? _service.Address, request.Target(extra)));
        message.Headers.TryAddWithoutValidation("User-Agent", _service.UserAgent);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(request.IsJson ? "application/json" : "*/*"));
        foreach (var (header, text) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(header, text);
        }

        if (key is { Parameter: null, Value: { } token })
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return message;
    }

    private RemoteAnswer Parse(RemoteRequest request, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var status = (int)response.StatusCode;
        IReadOnlyList<string> cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set.Select(cookie => cookie.Split(';')[0].Trim())] : [];
        if (!request.IsJson)
        {
            return new RemoteAnswer(Name, status, Encoding.UTF8.GetString(body.Span), document: null, cookies);
        }

        try
        {
            return new RemoteAnswer(Name, status, string.Empty, JsonDocument.Parse(body), cookies);
        }
        catch (JsonException) when (!response.IsSuccessStatusCode)
        {
            // Proxies and gateways answer errors in HTML; the status says enough.
            return new RemoteAnswer(Name, status, string.Empty, document: null, cookies);
        }
    }

    private RateLimitedException WithRest(RateLimitedException limited, RetryConditionHeaderValue? retryAfter)
    {
        var now = _time.GetUtcNow();
        var retryAt = limited.RetryAt ?? (retryAfter switch
        {
            { Delta: { } delta } => now + delta,
            { Date: { } date } => date,
            _ => null,
        });
        if (retryAt is { } moment)
        {
            _health.RestUntil(moment);
        }

        return retryAt == limited.RetryAt ? limited : new RateLimitedException(Name, "answered 'too many requests'", retryAt);
    }

    private void NoteUsedWeight(HttpResponseHeaders headers)
    {
        if (_service.UsedWeightHeader is { } name && headers.TryGetValues(name, out var values) && int.TryParse(values.First(), out var used))
        {
            _bucket.LowerTo(_service.Allowance - used);
        }
    }

    private ValueTask NoteBreaker(DateTimeOffset? until)
    {
        _health.BrokenUntil(until);
        return ValueTask.CompletedTask;
    }

    private bool IsWorthAnotherTry(Exception? error) => error switch
    {
        ProviderUnavailableException or BadAnswerException { InnerException: JsonException } => true,
        RateLimitedException { RetryAt: { } retryAt } => retryAt - _time.GetUtcNow() <= _policy.LongestWait,
        RateLimitedException => true,
        _ => false,
    };

    private TimeSpan DelayBefore(int repetition, Exception? error)
    {
        if (error is RateLimitedException { RetryAt: { } retryAt })
        {
            var wait = retryAt - _time.GetUtcNow();
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }

        lock (_jitter)
        {
            return _policy.FirstDelay * ((1 << repetition) * (0.5 + _jitter.NextDouble()));
        }
    }
}
