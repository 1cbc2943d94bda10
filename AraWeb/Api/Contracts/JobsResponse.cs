namespace AraWeb.Api.Contracts;

/// <summary>Background jobs and their runs.</summary>
/// <param name="Jobs">All jobs, by name.</param>
/// <param name="Runs">Runs under way and the newest ended ones, newest first. Routine runs that found nothing to do are not kept.</param>
internal sealed record JobsResponse(IReadOnlyList<JobContract> Jobs, IReadOnlyList<JobRunContract> Runs);
