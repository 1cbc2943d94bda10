using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Remote.Http;

public sealed class TokenBucketTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task TakeAsync_MoreThanThereIs_WaitsUntilItIsRefilled()
    {
        var bucket = new TokenBucket(10, TimeSpan.FromSeconds(10), _time);
        await bucket.TakeAsync(10, Long, CancellationToken.None);

        var third = bucket.TakeAsync(3, Long, CancellationToken.None).AsTask();

        _time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(third.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Null(await third.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task TakeAsync_Queue_IsServedInOrder()
    {
        var bucket = new TokenBucket(2, TimeSpan.FromSeconds(2), _time);
        await bucket.TakeAsync(2, Long, CancellationToken.None);

        var first = bucket.TakeAsync(2, Long, CancellationToken.None).AsTask();
        var second = bucket.TakeAsync(1, Long, CancellationToken.None).AsTask();

        _time.Advance(TimeSpan.FromSeconds(2.5));
        await first.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        await second.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task TakeAsync_WaitBeyondTheLongest_TakesNothingAndSaysWhen()
    {
        var bucket = new TokenBucket(25, TimeSpan.FromDays(1), _time);
        await bucket.TakeAsync(25, Long, CancellationToken.None);

        var free = await bucket.TakeAsync(5, Long, CancellationToken.None);

        Assert.Equal(_time.GetUtcNow() + (TimeSpan.FromDays(1) / 5), free);
        Assert.Equal(_time.GetUtcNow() + (TimeSpan.FromDays(1) / 25), await bucket.TakeAsync(1, TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task TakeAsync_Cancelled_GivesItsTokensBack()
    {
        var bucket = new TokenBucket(1, TimeSpan.FromSeconds(1), _time);
        await bucket.TakeAsync(1, Long, CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var waiting = bucket.TakeAsync(1, Long, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await bucket.TakeAsync(1, TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task LowerTo_LessThanThereIs_MakesTheNextWait()
    {
        var bucket = new TokenBucket(100, TimeSpan.FromSeconds(100), _time);

        bucket.LowerTo(4);

        Assert.Equal(_time.GetUtcNow().AddSeconds(6), await bucket.TakeAsync(10, TimeSpan.Zero, CancellationToken.None));
    }
}
