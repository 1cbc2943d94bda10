using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Features.Panel;
using AraWeb.Engine.Registry;

namespace AraWeb.Engine.Prediction.Means;

/// <summary>
/// The pooled models of the registry. Which version is in use is looked up again after <see cref="Memory"/>, so a promotion or rollback by any program is
/// followed within that time; the files themselves are read once and shared. A version that is refused, damaged or of another feature set is passed over, and
/// the forecast says so: a registry in disorder never stops a forecast.
/// </summary>
/// <param name="open">Opens the registry with the keys of now; null where there is none yet.</param>
/// <param name="time">The clock.</param>
public sealed class RegisteredPools(Func<CancellationToken, ValueTask<ModelRegistry?>> open, TimeProvider time) : IPooledModels
{
    /// <summary>How long an answer about stages holds.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    private const int MostLoaded = 4;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (ModelStages Value, DateTimeOffset ReadAt)> _stages = new(StringComparer.Ordinal);

    /// <summary>Bound: the versions of one registry that forecasts name.</summary>
    private readonly Dictionary<(string Id, int Version), (PoolChoice Value, DateTimeOffset ReadAt)> _choices = [];
    private Task<Opened?>? _opened;

    /// <inheritdoc/>
    public async ValueTask<PoolChoice> InUseAsync(bool isSimulated, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var id = PooledModelFile.RegistryId(isSimulated);
        return await AskAsync(
            (registry, models) =>
            {
                var version = Recall(_stages, id, () => registry.Stages(id)).HolderAt(ModelStage.Live, moment);
                return version is null
                    ? PoolChoice.None($"no pooled model {(isSimulated ? "of simulated prices " : string.Empty)}was in use")
                    : Load(registry, models, id, version.Value);
            },
            $"the pooled model {id} cannot be used",
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<PoolChoice> FindAsync(string tag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tag);
        if (tag.Split('.') is not [var id, var number, _] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return PoolChoice.None($"'{tag}' names no version of a pooled model");
        }

        return await AskAsync(
            (registry, models) =>
            {
                var choice = Load(registry, models, id, version);
                return choice.Pool is null || choice.Pool.Tag == tag
                    ? choice
                    : PoolChoice.None($"the registry holds {choice.Pool.Tag} in place of the pooled model {tag}");
            },
            $"the pooled model {tag} cannot be used",
            cancellationToken);
    }

    private PoolChoice Load(ModelRegistry registry, LoadedModels<LivePool> models, string id, int version) => Recall(_choices, (id, version), () =>
    {
        var pool = models.Get(id, version, registry.Card(id, version).Model.FeatureNames);
        return pool.Model.FeatureSet == PanelFeatures.Version
            ? new PoolChoice(pool, string.Empty)
            : PoolChoice.None($"the pooled model {pool.Tag} learned the features {pool.Model.FeatureSet}, and this program makes {PanelFeatures.Version}");
    });

    /// <summary>What was read lately, or read now; a failure is not kept.</summary>
    private T Recall<TKey, T>(Dictionary<TKey, (T Value, DateTimeOffset ReadAt)> memory, TKey key, Func<T> read)
        where TKey : notnull
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (memory.TryGetValue(key, out var known) && now - known.ReadAt is var age && age >= TimeSpan.Zero && age < Memory)
            {
                return known.Value;
            }
        }

        var value = read();
        lock (_gate)
        {
            memory[key] = (value, now);
        }

        return value;
    }

    private async ValueTask<PoolChoice> AskAsync(
        Func<ModelRegistry, LoadedModels<LivePool>, PoolChoice> ask, string fault, CancellationToken cancellationToken)
    {
        try
        {
            var opening = OpenAsync();
            if (await opening.WaitAsync(cancellationToken) is not { } opened)
            {
                Forget(opening);
                return PoolChoice.None("no pooled model has been trained yet");
            }

            try
            {
                return ask(opened.Registry, opened.Models);
            }
            catch (ModelRefusedException error) when (error.Refusal == ModelRefusal.UnknownKey)
            {
                // The key was rotated since the registry was opened.
                Forget(opening);
                return await OpenAsync().WaitAsync(cancellationToken) is { } again
                    ? ask(again.Registry, again.Models)
                    : throw new ModelRefusedException(error.Refusal, error.Message, error.Advice, error);
            }
        }
        catch (AraException error)
        {
            return PoolChoice.None($"{fault}: {error.Message.TrimEnd('.')}");
        }
    }

    private Task<Opened?> OpenAsync()
    {
        lock (_gate)
        {
            if (_opened is { IsFaulted: false })
            {
                return _opened;
            }

            return _opened = StartAsync();
        }
    }

    private async Task<Opened?> StartAsync() => await open(CancellationToken.None) is { } registry
        ? new Opened(registry, new LoadedModels<LivePool>(registry, LivePool.Read, MostLoaded, Lifetime, time))
        : null;

    private void Forget(Task<Opened?> opening)
    {
        lock (_gate)
        {
            if (_opened == opening)
            {
                _opened = null;
                _stages.Clear();
                _choices.Clear();
            }
        }
    }

    private sealed record Opened(ModelRegistry Registry, LoadedModels<LivePool> Models);
}
