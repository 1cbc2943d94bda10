namespace AraWeb.Engine.Studies;

/// <summary>One measurement that <c>evaluate</c> or <c>bench</c> runs. Found through the container; adding a class adds a command.</summary>
public interface IStudy
{
    /// <summary>How good, or how fast.</summary>
    StudyKind Kind { get; }

    /// <summary>Its name on the command line, for example <c>intervals</c>.</summary>
    string Name { get; }

    /// <summary>One line for the help.</summary>
    string Summary { get; }

    /// <summary>Measures.</summary>
    /// <param name="options">What to measure on.</param>
    /// <param name="progress">Receives lines for standard error.</param>
    /// <param name="cancellationToken">Stops it within a second.</param>
    Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken);
}
