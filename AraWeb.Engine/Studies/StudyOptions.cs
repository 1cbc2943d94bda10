namespace AraWeb.Engine.Studies;

/// <summary>
/// What a study measures on. A study ignores what it has no use for and says so by an <see cref="Core.InputException"/> when something it needs is missing.
/// </summary>
/// <param name="File">One CSV file of bars.</param>
/// <param name="Data">A folder of CSV files.</param>
/// <param name="From">First day that is scored; earlier days still serve as history.</param>
/// <param name="To">Last day that is scored.</param>
/// <param name="Horizon">Bars ahead, where the study lets it be chosen.</param>
public sealed record StudyOptions(string? File, string? Data, DateOnly? From, DateOnly? To, int? Horizon)
{
    /// <summary>A file with the last day of each round, one ISO date a line, for studies that work in rounds.</summary>
    public string? Ends { get; init; }
}
