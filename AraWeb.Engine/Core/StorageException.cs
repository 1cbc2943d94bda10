namespace AraWeb.Engine.Core;

/// <summary>The database could not be opened, read or written.</summary>
public sealed class StorageException(string message, string advice, Exception? inner = null)
    : AraException("storage-failed", message, advice, inner);
