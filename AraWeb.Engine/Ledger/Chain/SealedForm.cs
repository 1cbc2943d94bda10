using System.Security.Cryptography;

namespace AraWeb.Engine.Ledger.Chain;

/// <summary>
/// The bytes of a record that are hashed and signed, form 1; docs/ledger.md describes them for other programs. Beside them the marks: the first four bytes of
/// a hash over every field, column and row alone. They prove nothing, but where the hash of the whole is wrong they tell which part of it changed.
/// </summary>
internal sealed class SealedForm
{
    /// <summary>Number of this form. Another layout of the bytes gets the next one; records keep theirs.</summary>
    public const int Version = 1;

    /// <summary>Bytes of a mark.</summary>
    public const int MarkLength = 4;

    private const string Name = "ara-ledger";

    private readonly ByteList _bytes = new();
    private readonly ByteList _part = new();

    /// <summary>The bytes; valid until the next call.</summary>
    /// <param name="content">What is sealed.</param>
    /// <param name="number">The record's place in the chain.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="recordedAt">When it was written.</param>
    /// <param name="previousHash">Hash of the record before; zeros for the first.</param>
    public ReadOnlySpan<byte> Bytes(
        RecordContent content, long number, RecordKind kind, DateTimeOffset recordedAt, ReadOnlySpan<byte> previousHash)
    {
        _bytes.Clear();
        _bytes.AddText(Name);
        _bytes.AddCount(Version);
        _bytes.AddNumber(number);
        _bytes.AddText(NameOf(kind));
        _bytes.AddNumber(Steps(recordedAt));
        _bytes.AddBlob(previousHash);
        Append(_bytes, content);
        return _bytes.Written;
    }

    /// <summary>Bytes of the content alone, for hashes over several of them.</summary>
    public ReadOnlySpan<byte> Bytes(RecordContent content)
    {
        _bytes.Clear();
        Append(_bytes, content);
        return _bytes.Written;
    }

    /// <summary>The marks: fields, columns, rows, four bytes each.</summary>
    public byte[] Marks(RecordContent content)
    {
        var (fields, columns, rows) = (content.Fields, content.Columns, content.Rows);
        var marks = new byte[MarkLength * (fields.Count + columns.Count + rows.Count)];
        var at = 0;
        foreach (var field in fields)
        {
            _part.Clear();
            field.Value.WriteTo(_part);
            Mark(marks, at++);
        }

        for (var column = 0; column < columns.Count; column++)
        {
            _part.Clear();
            foreach (var row in rows)
            {
                row.Values[column].WriteTo(_part);
            }

            Mark(marks, at++);
        }

        foreach (var row in rows)
        {
            _part.Clear();
            foreach (var value in row.Values)
            {
                value.WriteTo(_part);
            }

            Mark(marks, at++);
        }

        return marks;
    }

    /// <summary>A moment as the sealed bytes have it: steps of 100 ns since 1970-01-01T00:00:00Z.</summary>
    public static long Steps(DateTimeOffset time) => time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;

    /// <summary>The word that a kind is sealed as.</summary>
    public static string NameOf(RecordKind kind) => kind switch
    {
        RecordKind.Key => "key",
        RecordKind.Adoption => "adoption",
        RecordKind.Forecast => "forecast",
        RecordKind.Resolution => "resolution",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of record."),
    };

    private static void Append(ByteList bytes, RecordContent content)
    {
        bytes.AddCount(content.Fields.Count);
        foreach (var field in content.Fields)
        {
            bytes.AddText(field.Name);
            field.Value.WriteTo(bytes);
        }

        bytes.AddCount(content.Columns.Count);
        foreach (var column in content.Columns)
        {
            bytes.AddText(column);
        }

        bytes.AddCount(content.Rows.Count);
        foreach (var row in content.Rows)
        {
            foreach (var value in row.Values)
            {
                value.WriteTo(bytes);
            }
        }
    }

    private void Mark(byte[] marks, int index)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_part.Written, hash);
        hash[..MarkLength].CopyTo(marks.AsSpan(index * MarkLength));
    }
}
