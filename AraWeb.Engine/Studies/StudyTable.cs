namespace AraWeb.Engine.Studies;

/// <summary>A table for the terminal; cells are formatted already.</summary>
/// <param name="Title">What it shows, with period and n.</param>
/// <param name="Columns">Heads; the first column is left-aligned, the others right-aligned.</param>
/// <param name="Rows">Cells, one array a row.</param>
public sealed record StudyTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
