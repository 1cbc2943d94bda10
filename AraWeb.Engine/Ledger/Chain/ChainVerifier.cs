using System.Globalization;
using System.Security.Cryptography;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ledger.Chain;

/// <summary>
/// Looks through a ledger from its first record to its head: every hash is computed again from what the tables hold, every link and every signature is checked,
/// and nothing may be there that no record seals. Each record is judged for itself, so that one bad entry does not make its successors bad. Repairs nothing.
/// </summary>
public sealed class ChainVerifier
{
    private readonly SealedForm _form = new();
    private readonly List<LedgerFault> _faults;
    private readonly List<string> _notes = [];
    private readonly KeyHistory _keys;
    private readonly IJournalSnapshot _journal;
    private readonly byte[]? _noted;
    private LedgerRecord? _last;
    private bool _holdsNoted;
    private long _records;
    private long _entries;
    private long _outcomes;
    private long _adopted;
    private int _clockWentBack;

    private ChainVerifier(IJournalSnapshot journal, byte[]? noted, KeyHistory keys, List<LedgerFault> faults)
    {
        _journal = journal;
        _noted = noted;
        _keys = keys;
        _faults = faults;
    }

    /// <summary>Looks through a ledger.</summary>
    /// <param name="journal">The ledger.</param>
    /// <param name="notedHash">A record's hash that was noted outside earlier and has to be in the chain; null for none.</param>
    /// <param name="cancellationToken">Checked at every record.</param>
    public static LedgerVerification Verify(IJournalSnapshot journal, byte[]? notedHash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(journal);
        var faults = new List<LedgerFault>();
        using var keys = new KeyHistory(journal.Keys, faults);
        return new ChainVerifier(journal, notedHash, keys, faults).Run(cancellationToken);
    }

    private LedgerVerification Run(CancellationToken cancellationToken)
    {
        try
        {
            _faults.AddRange(_journal.Damage().Select(damage => new LedgerFault(FaultKind.DamagedFile, null, null, $"The database is damaged: {damage}.")));
            foreach (var record in _journal.Records())
            {
                cancellationToken.ThrowIfCancellationRequested();
                Check(record);
                _last = record;
            }

            CheckHead();
            CheckRest();
        }
        catch (StorageException fault)
        {
            Report(FaultKind.DamagedFile, record: null, subject: null, fault.Message);
        }

        return new LedgerVerification(_records, _entries, _outcomes, _adopted, _journal.Head, _faults, Notes());
    }

    private void Check(LedgerRecord record)
    {
        _records++;
        _holdsNoted |= _noted is not null && record.Hash.Span.SequenceEqual(_noted);
        CheckPlace(record);
        _keys.Check(record);
        if (record.Content is not { } content)
        {
            Report(
                record.Unreadable is null ? FaultKind.Gone : FaultKind.Unreadable,
                record.Number,
                SubjectOf(record),
                record.Unreadable ?? Gone(record));
            return;
        }

        Count(record, content);
        CheckContent(record, content);
    }

    private void CheckPlace(LedgerRecord record)
    {
        var expected = (_last?.Number ?? 0) + 1;
        if (record.Number > expected)
        {
            var missing = expected == record.Number - 1 ? $"Record {expected} is missing." : $"Records {expected} to {record.Number - 1} are missing.";
            Report(FaultKind.MissingRecord, expected, subject: null, missing);
        }
        else if (!(_last is null ? IsZero(record.PreviousHash.Span) : record.PreviousHash.Span.SequenceEqual(_last.Hash.Span)))
        {
            Report(
                FaultKind.BrokenLink,
                record.Number,
                SubjectOf(record),
                _last is null ? "It says that a record comes before it." : "It does not follow the record before it: the order was changed, or a hash.");
        }

        _clockWentBack += _last is not null && record.RecordedAt < _last.RecordedAt ? 1 : 0;
    }

    private void CheckContent(LedgerRecord record, RecordContent content)
    {
        if (record.Form != SealedForm.Version)
        {
            Report(FaultKind.Unreadable, record.Number, SubjectOf(record), $"It is sealed in form {record.Form}, which this program does not know.");
            return;
        }

        var hash = SHA256.HashData(_form.Bytes(content, record.Number, record.Kind, record.RecordedAt, record.PreviousHash.Span));
        var isSealed = record.Hash.Span.SequenceEqual(hash);
        var marks = new MarkComparison(content, _form.Marks(content), record.Marks.Span);
        if (!isSealed)
        {
            _faults.AddRange(Changes(record, content, marks));
        }
        else if (!marks.IsSame)
        {
            Report(FaultKind.Changed, record.Number, SubjectOf(record), "The marks beside its hash were changed; what it seals is as it was.");
        }
    }

    private static IEnumerable<LedgerFault> Changes(LedgerRecord record, RecordContent content, MarkComparison marks)
    {
        var told = false;
        if (marks.Fields.Count > 0)
        {
            told = true;
            yield return Fault(FaultKind.Changed, record, content.Subject, $"Changed since it was sealed: {marks.FieldsInWords()}.");
        }

        var what = record.Kind == RecordKind.Resolution ? "outcomes" : "horizons";
        if (marks.SealedRows != content.Rows.Count)
        {
            told = true;
            var kind = content.Rows.Count < marks.SealedRows ? FaultKind.Gone : FaultKind.Changed;
            yield return Fault(kind, record, SubjectOf(record), $"{marks.SealedRows} {what} were sealed, {content.Rows.Count} are there.");
        }

        foreach (var row in marks.Rows)
        {
            told = true;
            var place = content.Rows[row];
            var part = record.Kind == RecordKind.Resolution ? "the outcome" : "the forecast";
            yield return Fault(
                FaultKind.Changed, record, place.Subject, $"Changed since it was sealed: {part} of horizon {place.Bars}, {marks.RowInWords(row)}.");
        }

        if (!told)
        {
            yield return Fault(FaultKind.Changed, record, SubjectOf(record), "The record's own number, time, kind, link or hash was changed.");
        }
    }

    private void CheckHead()
    {
        if (_journal.Head is not { } head)
        {
            if (_last is not null)
            {
                Report(FaultKind.WrongHead, record: null, subject: null, "The ledger has records but no head.");
            }

            return;
        }

        var last = _last?.Number ?? 0;
        if (!_keys.HasSigned(head))
        {
            Report(FaultKind.WrongHead, head.Number, subject: null, $"The head is not signed by the key {head.KeyId} that should sign it.");
        }

        if (head.Number > last)
        {
            Report(
                FaultKind.CutOff, last + 1, subject: null, $"The end was cut off: the head was signed at record {head.Number}, the last one there is {last}.");
        }
        else if (_last is not null && (head.Number < last || !head.Hash.Span.SequenceEqual(_last.Hash.Span)))
        {
            Report(FaultKind.WrongHead, head.Number, subject: null, $"The head is record {head.Number}, but the chain ends with another record {last}.");
        }
    }

    private void CheckRest()
    {
        foreach (var item in _journal.Unsealed())
        {
            var what = item.Bars is { } bars ? $"The outcome of horizon {bars}" : "The entry";
            _faults.Add(new LedgerFault(FaultKind.Unsealed, null, item.Subject, $"{what} was put in without a record, or its record was taken away."));
        }

        foreach (var series in _journal.WrongCounts())
        {
            Report(FaultKind.WrongCount, record: null, subject: null, $"The counted coverage of {series} is not that of its outcomes.");
        }

        if (_noted is not null && !_holdsNoted)
        {
            Report(
                FaultKind.NotHeld, record: null, subject: null,
                $"No record has the hash {Convert.ToHexStringLower(_noted)} that was noted: the ledger was cut or written anew since.");
        }
    }

    private void Count(LedgerRecord record, RecordContent content)
    {
        switch (record.Kind)
        {
            case RecordKind.Forecast:
                _entries++;
                break;
            case RecordKind.Resolution:
                _outcomes += content.Rows.Count;
                break;
            case RecordKind.Adoption:
                _adopted += content.Fields.Where(field => field.Name == "entries").Sum(field => field.Value.Unwrap() as long? ?? 0);
                break;
        }
    }

    private List<string> Notes()
    {
        if (_journal.Head is null && _last is null)
        {
            _notes.Add("The ledger has no chain yet: it begins with the next forecast or when the server starts.");
        }

        if (_adopted > 0)
        {
            _notes.Add(
                $"{_adopted} entries are older than the chain. They were sealed together when it began: "
                + "what changed since would show, what changed before would not.");
        }

        if (_clockWentBack > 0)
        {
            var times = _clockWentBack == 1 ? "once" : $"{_clockWentBack} times";
            _notes.Add($"The machine's clock went back from one record to the next, {times}. Their order is that of the chain.");
        }

        _notes.AddRange(_keys.Notes);
        return _notes;
    }

    private static string Gone(LedgerRecord record)
    {
        var time = record.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        return record.Kind switch
        {
            RecordKind.Resolution => $"The outcomes that it sealed at {time} are gone.",
            RecordKind.Forecast => $"The entry that it sealed at {time} is gone.",
            _ => $"What it sealed at {time} is gone.",
        };
    }

    private static bool IsZero(ReadOnlySpan<byte> hash) => !hash.ContainsAnyExcept((byte)0);

    private static LedgerSubject? SubjectOf(LedgerRecord record) =>
        record.Content?.Subject ?? (record.Entry is { } entry ? new LedgerSubject(entry, string.Empty, string.Empty, string.Empty) : null);

    private static LedgerFault Fault(FaultKind kind, LedgerRecord record, LedgerSubject? subject, string message) => new(kind, record.Number, subject, message);

    private void Report(FaultKind kind, long? record, LedgerSubject? subject, string message) => _faults.Add(new LedgerFault(kind, record, subject, message));
}
