namespace AraWeb.Jobs;

/// <summary>Runs of one job that failed in the same words, one after the other.</summary>
/// <param name="FirstRun">The run whose record stands for all.</param>
/// <param name="Since">When the first one started.</param>
/// <param name="Error">The words.</param>
/// <param name="Count">How many there are.</param>
internal sealed record FailureStreak(Guid FirstRun, DateTimeOffset Since, string? Error, int Count);
