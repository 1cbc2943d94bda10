using AraWeb.Live;

namespace AraWeb.Tests.Web.Jobs;

/// <summary>Keeps what was published.</summary>
internal sealed class RecordingFeed : ILiveFeed
{
    public List<Change> Changes { get; } = [];

    /// <summary>Symbols of one kind of change, in order.</summary>
    public IEnumerable<string> Symbols(ChangeKind kind) => Changes.Where(change => change.Kind == kind).Select(change => change.Symbol.Text);

    public void Publish(Change change) => Changes.Add(change);

    public IDisposable Subscribe(Predicate<Change> filter, TimeSpan interval, Func<IReadOnlyList<Change>, Task> handler) =>
        throw new NotSupportedException("Jobs publish and do not subscribe.");
}
