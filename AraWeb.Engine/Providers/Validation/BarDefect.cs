namespace AraWeb.Engine.Providers.Validation;

/// <summary>One defect of a file of bars.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Severity">What was done about it.</param>
/// <param name="Row">Line in the file, the header being line 1; 0 where the defect concerns the whole file.</param>
/// <param name="Time">The row's stamp, UTC; null where it has none.</param>
/// <param name="Message">The defect in words, with its figures.</param>
public sealed record BarDefect(DefectKind Kind, DefectSeverity Severity, int Row, DateTimeOffset? Time, string Message);
