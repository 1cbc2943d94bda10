using AraWeb.Engine.Ledger.Chain;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>A row of <c>ledger_records</c>: written once, never changed.</summary>
internal sealed class LedgerRecordRow
{
    /// <summary>Place in the chain, 1 the first, without gaps.</summary>
    public required long Number { get; init; }

    public required RecordKind Kind { get; init; }

    /// <summary>Number of the form of the sealed bytes.</summary>
    public required int Form { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The forecast that is sealed, or the last one of an adoption; null for the other kinds.</summary>
    public long? ForecastNumber { get; init; }

    public required string KeyId { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }

    public required byte[] Signature { get; init; }

    /// <summary>Marks of the parts, see <see cref="SealedForm"/>.</summary>
    public required byte[] Marks { get; init; }
}
