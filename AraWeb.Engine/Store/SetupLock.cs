using AraWeb.Engine.Core;

namespace AraWeb.Engine.Store;

/// <summary>
/// Lets one program at a time set up a folder. A lock of the operating system, so that it ends with the program that holds it, however that ends.
/// </summary>
internal sealed class SetupLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private SetupLock(FileStream file) => _file = file;

    /// <summary>Waits for its turn.</summary>
    /// <exception cref="StorageException">The folder cannot be written, or another program does not finish.</exception>
    public static async Task<SetupLock> EnterAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "setup.lock");
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new SetupLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (File.Exists(path) && waited < Patience)
            {
                await Task.Delay(Pause, cancellationToken);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw StorageFault.From(error, folder);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
