using AraWeb.Engine.Ledger.Chain;
using Microsoft.Data.Sqlite;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>A row of a query as sealed values. Never fails on a value of the wrong type: SQLite turns it into one of the type asked for.</summary>
internal sealed class ContentReader(SqliteDataReader reader) : IDisposable
{
    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Read() => reader.Read();

    /// <summary>The entry that the row is about, from its first four columns.</summary>
    public LedgerSubject Subject() => new(Number(0), IdText(1), PlainText(2), PlainText(3));

    /// <summary>A whole number; zero where there is none.</summary>
    public long Number(int column) => reader.IsDBNull(column) ? 0 : reader.GetInt64(column);

    /// <summary>A whole number or null.</summary>
    public ContentValue Integer(int column) => reader.IsDBNull(column) ? default : ContentValue.Of(reader.GetInt64(column));

    /// <summary>A moment or null, in the steps of <see cref="SealedForm"/>.</summary>
    public ContentValue Time(int column) =>
        reader.IsDBNull(column) ? default : ContentValue.Of(unchecked(reader.GetInt64(column) - DateTimeOffset.UnixEpoch.UtcTicks));

    /// <summary>A number or null.</summary>
    public ContentValue Real(int column) => reader.IsDBNull(column) ? default : ContentValue.Of(reader.GetDouble(column));

    /// <summary>A text or null.</summary>
    public ContentValue Text(int column) => reader.IsDBNull(column) ? default : ContentValue.Of(reader.GetString(column));

    /// <summary>Bytes; empty where there are none.</summary>
    public byte[] Bytes(int column) => reader.IsDBNull(column) ? [] : reader.GetFieldValue<byte[]>(column);

    /// <summary>A text; empty where there is none.</summary>
    public string PlainText(int column) => reader.IsDBNull(column) ? string.Empty : reader.GetString(column);

    /// <summary>A moment; the beginning of time where the value is none.</summary>
    public DateTimeOffset Moment(int column)
    {
        var ticks = Number(column);
        return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : DateTimeOffset.MinValue;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    // The database keeps ids in capitals; people read them small.
    private string IdText(int column)
    {
        var text = PlainText(column);
        return Guid.TryParse(text, out var id) ? id.ToString() : text;
    }
}
