using System.Security.Cryptography;
using AraWeb.Engine.Registry;

namespace AraWeb.Engine.Ledger.Chain;

/// <summary>
/// Follows the signing keys through a chain: each comes into use by a record that the one before has signed, but for the first and for one that takes the place
/// of a lost key. Checks every signature with the key whose turn it is.
/// </summary>
internal sealed class KeyHistory : IDisposable
{
    private readonly Dictionary<string, PublicKey> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LedgerKey> _entries = new(StringComparer.Ordinal);
    private readonly List<LedgerFault> _faults;
    private string? _current;

    /// <summary>Starts before the first record.</summary>
    /// <param name="keys">The keys that the ledger keeps.</param>
    /// <param name="faults">Takes what is found wrong.</param>
    public KeyHistory(IReadOnlyList<LedgerKey> keys, List<LedgerFault> faults)
    {
        _faults = faults;
        foreach (var key in keys)
        {
            try
            {
                var read = new PublicKey(key.PublicKey.Span);
                _entries[key.Id] = key;
                _keys[key.Id] = read;
                if (read.Id != key.Id)
                {
                    Report(key.Record, $"The public key that is kept as {key.Id} is {read.Id}: it was exchanged.");
                }
            }
            catch (CryptographicException)
            {
                Report(key.Record, $"The public key {key.Id} was changed: it is no key any more.");
            }
        }
    }

    /// <summary>What is no fault but should be known.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Checks who signed a record, and takes note of the key that it brings.</summary>
    public void Check(LedgerRecord record)
    {
        var brought = record.Kind == RecordKind.Key ? _entries.Values.FirstOrDefault(key => key.Record == record.Number) : null;
        if (record.Kind == RecordKind.Key && brought is null)
        {
            Report(record.Number, "The key that it brought into use is gone.");
        }

        var stands = brought?.Reason is KeyReason.First or KeyReason.Lost ? brought.Id : _current;
        if (brought?.Reason == KeyReason.First && _current is not null)
        {
            Report(record.Number, $"It calls the key {brought.Id} the first, but there was one before.");
        }

        if (brought?.Reason == KeyReason.Lost)
        {
            Notes.Add($"At record {record.Number} the key {_current} was lost and {brought.Id} took its place on its own word: "
                + "nothing proves that the same people hold both.");
        }

        if (stands is not null && record.KeyId != stands)
        {
            Report(record.Number, $"It names the key {record.KeyId}; the key in use here is {stands}.");
        }
        else if (!HasSigned(record.KeyId, record.Hash.Span, record.Signature.Span))
        {
            _faults.Add(new LedgerFault(
                FaultKind.WrongSignature, record.Number, record.Content?.Subject, $"The key {record.KeyId} has not signed the hash that stands there."));
        }

        _current = brought?.Id ?? _current ?? record.KeyId;
    }

    /// <summary>True when the head bears the signature of the key in use at the end.</summary>
    public bool HasSigned(LedgerHead head) =>
        (_current is null || head.KeyId == _current)
        && HasSigned(head.KeyId, LedgerHead.HashOf(head.Number, head.Hash.Span, head.SignedAt), head.Signature.Span);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }

    private bool HasSigned(string keyId, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature) =>
        _keys.TryGetValue(keyId, out var key) && key.Verifies(hash, signature);

    private void Report(long record, string message) => _faults.Add(new LedgerFault(FaultKind.WrongKey, record, Subject: null, message));
}
