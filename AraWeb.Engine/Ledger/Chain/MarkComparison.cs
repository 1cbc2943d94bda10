namespace AraWeb.Engine.Ledger.Chain;

/// <summary>
/// Tells from the marks of a record which of its parts are not as they were sealed: fields by name, values of the table where a changed row meets a changed
/// column. The marks lie in the same file as what they mark, so this is a hint for people; that something changed, the hash has told.
/// </summary>
internal sealed class MarkComparison
{
    private readonly RecordContent _content;

    /// <summary>Compares.</summary>
    /// <param name="content">What is there now.</param>
    /// <param name="now">Its marks.</param>
    /// <param name="then">The marks that were kept with the record.</param>
    public MarkComparison(RecordContent content, ReadOnlySpan<byte> now, ReadOnlySpan<byte> then)
    {
        _content = content;
        IsSame = now.SequenceEqual(then);
        var heads = content.Fields.Count + content.Columns.Count;
        SealedRows = Math.Max(0, (then.Length / SealedForm.MarkLength) - heads);
        Fields = Differences(now, then, 0, content.Fields.Count);
        Columns = Differences(now, then, content.Fields.Count, content.Columns.Count);
        Rows = SealedRows == content.Rows.Count ? Differences(now, then, heads, SealedRows) : [];
    }

    /// <summary>True when nothing differs.</summary>
    public bool IsSame { get; }

    /// <summary>Rows that were sealed.</summary>
    public int SealedRows { get; }

    /// <summary>Places of the fields that differ.</summary>
    public IReadOnlyList<int> Fields { get; }

    /// <summary>Places of the columns that differ.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>Places of the rows that differ; empty also when rows came or went.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>The fields that differ, with what they are now; empty when none does.</summary>
    public string FieldsInWords() =>
        string.Join(", ", Fields.Select(field => $"{_content.Fields[field].Name} (now {Show(_content.Fields[field].Value)})"));

    /// <summary>The values of a row that differ, with what they are now.</summary>
    public string RowInWords(int row) =>
        string.Join(", ", Columns.Select(column => $"{_content.Columns[column]} (now {Show(_content.Rows[row].Values[column])})"));

    private static List<int> Differences(ReadOnlySpan<byte> now, ReadOnlySpan<byte> then, int first, int count)
    {
        var places = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var at = (first + i) * SealedForm.MarkLength;
            var isHere = at + SealedForm.MarkLength <= then.Length;
            if (!isHere || !now.Slice(at, SealedForm.MarkLength).SequenceEqual(then.Slice(at, SealedForm.MarkLength)))
            {
                places.Add(i);
            }
        }

        return places;
    }

    private static string Show(ContentValue value) => value.Unwrap() switch
    {
        null => "nothing",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        var other => FormattableString.Invariant($"{other}"),
    };
}
