using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote;
using Polly;
using Polly.Hedging;

namespace AraWeb.Engine.Providers.Chain;

/// <summary>
/// The newest price from whichever provider is quickest: the first one is asked, the next one as well when it fails or takes its time, and so on. The first
/// good answer ends the others.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class LatestPriceRace(TimeProvider time)
{
    /// <summary>How long a provider may take before the next one is asked as well.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Runs the race.</summary>
    /// <param name="symbol">Whose price.</param>
    /// <param name="providers">By rank.</param>
    /// <param name="cancellationToken">Ends all of it.</param>
    /// <exception cref="DataProviderException">No provider has a price.</exception>
    public async ValueTask<LatestPrice> RunAsync(Symbol symbol, IReadOnlyList<RemoteProvider> providers, CancellationToken cancellationToken)
    {
        if (providers.Count <= 1)
        {
            return providers.Count == 1
                ? await PriceAsync(providers[0], symbol, cancellationToken).ConfigureAwait(false)
                : throw new DataProviderException($"No provider is switched on for {symbol}.", "Switch one on in Providers.");
        }

        var race = new ResiliencePipelineBuilder<LatestPrice> { TimeProvider = time }
            .AddHedging(new HedgingStrategyOptions<LatestPrice>
            {
                MaxHedgedAttempts = providers.Count - 1,
                Delay = Patience,
                ShouldHandle = new PredicateBuilder<LatestPrice>().Handle<DataProviderException>(),
                ActionGenerator = arguments => async () =>
                {
                    try
                    {
                        var token = arguments.ActionContext.CancellationToken;
                        return Outcome.FromResult(await PriceAsync(providers[arguments.AttemptNumber], symbol, token).ConfigureAwait(false));
                    }
                    catch (DataProviderException error)
                    {
                        return Outcome.FromException<LatestPrice>(error);
                    }
                    catch (OperationCanceledException error)
                    {
                        return Outcome.FromException<LatestPrice>(error);
                    }
                },
            })
            .Build();
        return await race.ExecuteAsync(token => PriceAsync(providers[0], symbol, token), cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<LatestPrice> PriceAsync(RemoteProvider provider, Symbol symbol, CancellationToken cancellationToken)
    {
        var latest = await provider.LatestAsync(symbol, cancellationToken).ConfigureAwait(false);
        return double.IsFinite(latest.Price) && latest.Price > 0
            ? latest
            : throw new BadAnswerException(provider.Name, $"has no usable price of {symbol}", inner: null);
    }
}
