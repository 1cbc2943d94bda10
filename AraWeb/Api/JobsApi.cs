using System.ComponentModel;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Jobs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AraWeb.Api;

/// <summary>Background jobs: what runs, what ran, and a way to stop it.</summary>
internal static class JobsApi
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    /// <summary>Maps the routes.</summary>
    public static void MapJobs(this RouteGroupBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("Jobs");
        ApiOperation.Describe(
            jobs.MapGet("/", ListAsync), "listJobs", "Lists the jobs, runs under way and the newest ended ones.", "Jobs and runs.", 400, 503);
        ApiOperation.Describe(
            jobs.MapDelete("/{id:guid}", CancelAsync), "cancelRun", "Asks a run to stop.", "The run was asked to stop; its state tells when it has.", 404);
    }

    private static async Task<Ok<JobsResponse>> ListAsync(
        JobBoard board, [Description("At most so many runs, 1 to 500; 50 when left out.")] int? limit, CancellationToken cancellationToken)
    {
        var most = limit ?? DefaultLimit;
        if (most is < 1 or > MaxLimit)
        {
            throw new InputException("limit", limit, $"Ask for 1 to {MaxLimit}.");
        }

        var runs = await board.RecentAsync(most, cancellationToken);
        return TypedResults.Ok(new JobsResponse(
            [.. board.Jobs.Select(job => new JobContract(job.Name, job.Description, job.Schedule.Text))],
            [.. runs.Select(JobRunContract.From)]));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync([Description("The run's id.")] Guid id, JobBoard board, HttpContext context) =>
        await board.CancelAsync(id)
            ? TypedResults.NoContent()
            : TypedResults.Problem(ApiProblems.Missing(
                "unknown-run",
                $"No run {id} is under way.",
                $"GET {ApiRoutes.V1}/jobs lists the runs; only queued and running ones can be cancelled.",
                context));
}
