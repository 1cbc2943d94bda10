namespace AraWeb.Engine.Providers.Validation;

/// <summary>How often a defect occurs in a file.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Severity">What was done about it.</param>
/// <param name="Count">How often; the list of defects may be shorter.</param>
public sealed record DefectCount(DefectKind Kind, DefectSeverity Severity, int Count);
