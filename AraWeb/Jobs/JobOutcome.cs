namespace AraWeb.Jobs;

/// <summary>How a run ended that did not fail.</summary>
/// <param name="ChangedSomething">True when there is something to tell of, and jobs that follow have work.</param>
/// <param name="Message">What was done, for people.</param>
internal sealed record JobOutcome(bool ChangedSomething, string Message)
{
    /// <summary>A routine run that found nothing to do.</summary>
    public static JobOutcome Nothing { get; } = new(ChangedSomething: false, "Nothing new.");

    /// <summary>A run that did something.</summary>
    public static JobOutcome Done(string message) => new(ChangedSomething: true, message);
}
