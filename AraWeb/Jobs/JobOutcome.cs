namespace AraWeb.Jobs;

/// <summary>How a run ended that came to its end.</summary>
/// <param name="ChangedSomething">True when there is something to tell of, and jobs that follow have work.</param>
/// <param name="Message">What was done, for people.</param>
/// <param name="Error">What could not be done, with what to do about it; null when all was. Such a run counts as failed.</param>
internal sealed record JobOutcome(bool ChangedSomething, string Message, string? Error)
{
    /// <summary>A routine run that found nothing to do.</summary>
    public static JobOutcome Nothing { get; } = new(ChangedSomething: false, "Nothing new.", Error: null);

    /// <summary>A run that did something.</summary>
    public static JobOutcome Done(string message) => new(ChangedSomething: true, message, Error: null);

    /// <summary>The same outcome, with what went wrong besides; the first few of many.</summary>
    public JobOutcome With(IReadOnlyList<string> failures)
    {
        const int shown = 3;
        return failures.Count switch
        {
            0 => this,
            <= shown => this with { Error = string.Join(' ', failures) },
            _ => this with { Error = $"{string.Join(' ', failures.Take(shown))} And {failures.Count - shown} more." },
        };
    }
}
