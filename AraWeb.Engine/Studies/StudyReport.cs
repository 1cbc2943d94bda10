using System.Text.Json.Nodes;

namespace AraWeb.Engine.Studies;

/// <summary>What a study found.</summary>
/// <param name="Json">The object that <c>--json</c> prints: snake_case keys, shares from 0 to 1, its settings included.</param>
/// <param name="Tables">The same for people.</param>
public sealed record StudyReport(JsonObject Json, IReadOnlyList<StudyTable> Tables)
{
    /// <summary>True when the study found what must not be: the command then ends with an error.</summary>
    public bool HasFailed { get; init; }
}
