using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Validation;

/// <summary>What is left of a file after validation.</summary>
/// <param name="Series">The bars that a forecast may use; the newest may be unfinished or in the future, which the reader of the series cuts off.</param>
/// <param name="RowsRead">Rows of the file.</param>
/// <param name="Log">What was found.</param>
internal sealed record ValidatedBars(BarSeries Series, int RowsRead, DefectLog Log);
