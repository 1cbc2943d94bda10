using AraWeb.Engine.Providers;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>Opens an empty store in a folder, lets some work run on it and closes it. Given by registration: no area refers to the store itself.</summary>
/// <param name="folder">An empty folder.</param>
/// <param name="work">What to do with the store.</param>
/// <param name="cancellationToken">Stops opening.</param>
public delegate Task WithBarStore(string folder, Func<IBarStore, Task> work, CancellationToken cancellationToken);
