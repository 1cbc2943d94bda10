namespace AraWeb.Engine.Studies;

/// <summary>The command that a study belongs to.</summary>
public enum StudyKind
{
    /// <summary>How good: <c>evaluate</c>.</summary>
    Evaluate,

    /// <summary>How fast: <c>bench</c>.</summary>
    Bench,

    /// <summary>Whether features are sound: <c>features</c>.</summary>
    Features,
}
