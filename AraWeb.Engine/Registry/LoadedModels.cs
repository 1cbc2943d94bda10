namespace AraWeb.Engine.Registry;

/// <summary>
/// Models in memory, shared by all who ask: each is read at its first use, by one thread while others wait for the same, and given up after its lifetime or
/// when more than the bound are held, the one not used for longest first. Whoever holds a model goes on using it. A failure is not kept.
/// </summary>
/// <typeparam name="T">What a file becomes; has to be safe for several threads.</typeparam>
/// <param name="registry">Where files come from.</param>
/// <param name="read">Makes a model of a checked file.</param>
/// <param name="bound">Models held at most, at least one.</param>
/// <param name="lifetime">After this a model is read and checked again.</param>
/// <param name="time">The clock.</param>
public sealed class LoadedModels<T>(ModelRegistry registry, Func<LoadedFile, T> read, int bound, TimeSpan lifetime, TimeProvider time)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Id, int Version, string Features), Slot> _slots = [];
    private readonly int _bound = bound > 0 ? bound : throw new ArgumentOutOfRangeException(nameof(bound), bound, "Hold at least one model.");
    private long _uses;

    /// <summary>Models held now.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _slots.Count;
            }
        }
    }

    /// <summary>A version, from memory or from its file.</summary>
    /// <param name="id">The model.</param>
    /// <param name="version">Its version.</param>
    /// <param name="featureNames">The features that it will be asked with.</param>
    /// <exception cref="ModelRefusedException">It cannot be trusted, was refused, or learned other features.</exception>
    public T Get(string id, int version, IReadOnlyList<string> featureNames)
    {
        var key = (id, version, ModelRegistry.FeatureHash(featureNames));
        var slot = Take(key, featureNames);
        try
        {
            return slot.Model.Value;
        }
        catch
        {
            lock (_gate)
            {
                if (_slots.GetValueOrDefault(key) == slot)
                {
                    _slots.Remove(key);
                }
            }

            throw;
        }
    }

    private Slot Take((string Id, int Version, string Features) key, IReadOnlyList<string> featureNames)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!_slots.TryGetValue(key, out var slot) || now - slot.Taken >= lifetime)
            {
                slot = new Slot(new Lazy<T>(() => read(registry.Load(key.Id, key.Version, featureNames))), now);
                _slots[key] = slot;
            }

            slot.LastUse = ++_uses;
            while (_slots.Count > _bound)
            {
                _slots.Remove(_slots.MinBy(each => each.Value.LastUse).Key);
            }

            return slot;
        }
    }

    private sealed class Slot(Lazy<T> model, DateTimeOffset taken)
    {
        public Lazy<T> Model { get; } = model;

        public DateTimeOffset Taken { get; } = taken;

        public long LastUse { get; set; }
    }
}
