namespace AraWeb.Engine.Ledger.Chain;

/// <summary>What a record seals, as named values and a table. Knows nothing of forecasts, so that one form seals whatever comes.</summary>
/// <param name="Subject">The entry that it is about; null where it is about several or none.</param>
/// <param name="Fields">Named values, in their order.</param>
/// <param name="Columns">Names of the table's columns, in their order.</param>
/// <param name="Rows">Rows of the table, in their order.</param>
public sealed record RecordContent(
    LedgerSubject? Subject, IReadOnlyList<ContentField> Fields, IReadOnlyList<string> Columns, IReadOnlyList<ContentRow> Rows);
