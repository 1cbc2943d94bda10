using System.Security.Cryptography;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Registry;

/// <summary>
/// Keeps the private signing key as a file that its owner alone may read, outside of every database. Never makes a key because one is missing: whoever asks
/// says which key it has to be, and a new one is made only for a ledger that has none. A rotation writes the next key beside the present one before the ledger
/// names it, and takes it into use after: whatever moment a program dies at, the key that the ledger names is there.
/// </summary>
/// <param name="folder">The folder, absolute; made when a key is.</param>
public sealed class SigningKeyFolder(string folder) : IDisposable
{
    private const string FileName = "ledger-signing-key.pem";
    private const string NextFileName = "ledger-signing-key.next.pem";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Lock _gate = new();
    private SigningKey? _held;

    /// <summary>Where the key lies.</summary>
    public string FilePath => Path.Combine(folder, FileName);

    private string NextPath => Path.Combine(folder, NextFileName);

    /// <summary>The key with this id.</summary>
    /// <exception cref="StorageException">It is missing, cannot be read, or the file holds another key; the advice says how to go on.</exception>
    public SigningKey Get(string id)
    {
        lock (_gate)
        {
            if (_held?.Id == id)
            {
                return _held;
            }

            _held = Find(id);
            return _held;
        }
    }

    /// <summary>The key for a ledger that has none yet: the one that lies here, else a new one.</summary>
    /// <exception cref="StorageException">The file cannot be read or written, or holds no key.</exception>
    public SigningKey First()
    {
        lock (_gate)
        {
            if (!File.Exists(FilePath))
            {
                using var made = SigningKey.Create();
                Write(made, FilePath, overwrite: false);
            }

            _held = Read(FilePath);
            return _held;
        }
    }

    /// <summary>Makes the key that comes after the present one and leaves both here. It is in use once <see cref="Get"/> has asked for it.</summary>
    /// <exception cref="StorageException">The folder cannot be written.</exception>
    public SigningKey Next()
    {
        lock (_gate)
        {
            var next = SigningKey.Create();
            Write(next, NextPath, overwrite: true);
            return next;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held?.Dispose();

    private static SigningKey Read(string path)
    {
        try
        {
            return SigningKey.FromPem(File.ReadAllText(path));
        }
        catch (CryptographicException error)
        {
            throw Fault($"The file {path} holds no signing key: it is damaged or was replaced.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fault($"The signing key {path} cannot be read: {error.Message}", error);
        }
    }

    private static SigningKey? ReadOrNone(string path)
    {
        try
        {
            return Read(path);
        }
        catch (StorageException)
        {
            return null;
        }
    }

    private static StorageException Fault(string message, Exception? inner = null) => new(
        message,
        "Put the key back from a backup and let the account that runs Ara read it. Without one 'ara ledger rotate-key --lost' starts a new identity, "
        + "which the ledger shows for good.",
        inner);

    private SigningKey Find(string id)
    {
        // The next key first: where the ledger names it already, a rotation has come this far, here or in another program, whatever became of the old file.
        var next = File.Exists(NextPath) ? ReadOrNone(NextPath) : null;
        if (next?.Id == id)
        {
            Move(NextPath, FilePath, overwrite: true);
            return next;
        }

        next?.Dispose();
        if (!File.Exists(FilePath))
        {
            throw Fault($"The ledger's signing key {id} is missing: there is no file {FilePath}. Nothing was frozen.");
        }

        var here = Read(FilePath);
        if (here.Id == id)
        {
            return here;
        }

        here.Dispose();
        throw Fault($"The file {FilePath} holds the key {here.Id}, but the ledger is signed by {id}. Nothing was frozen.");
    }

    /// <summary>
    /// Writes whole files only: first under another name, then under its own. Without overwriting, the file of another program that was first stays.
    /// </summary>
    private void Write(SigningKey key, string path, bool overwrite)
    {
        var draft = $"{path}.{key.Id}";
        try
        {
            Directory.CreateDirectory(folder);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using (var file = new FileStream(draft, options))
            using (var writer = new StreamWriter(file))
            {
                writer.Write(key.ToPem());
                writer.Flush();
                file.Flush(flushToDisk: true);
            }

            Move(draft, path, overwrite);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"The signing key {path} cannot be written: {error.Message}", "Set Storage:Folder to a folder that the account running Ara may write.", error);
        }
    }

    private static void Move(string from, string to, bool overwrite)
    {
        try
        {
            File.Move(from, to, overwrite);
        }
        catch (IOException) when (!overwrite && File.Exists(to))
        {
            File.Delete(from);
        }
    }
}
