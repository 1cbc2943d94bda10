namespace AraWeb.Engine.Store.Forecasts;

/// <summary>The one row of <c>ledger_head</c>: the newest record, signed. It only ever moves on.</summary>
internal sealed class LedgerHeadRow
{
    /// <summary>The only id.</summary>
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public required long Number { get; set; }

    public required byte[] Hash { get; set; }

    public required DateTimeOffset SignedAt { get; set; }

    /// <summary>The key that signed the head and signs the next record.</summary>
    public required string KeyId { get; set; }

    public required byte[] Signature { get; set; }
}
