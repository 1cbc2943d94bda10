using AraWeb.Configuration;
using AraWeb.Engine.Models;
using AraWeb.Engine.Providers;
using AraWeb.Jobs;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Quartz;

namespace AraWeb.Hosting;

/// <summary>Background jobs: the scheduler, the board and every job. The scheduler keeps its plan in memory, since it is made anew at each start.</summary>
internal static class JobsHosting
{
    /// <summary>Adds every job.</summary>
    internal static IServiceCollection AddAraJobs(this IServiceCollection services) => services
        .AddSingleton<IAraJob, RefreshBarsJob>()
        .AddSingleton<IAraJob, PredictWatchlistJob>()
        .AddSingleton<IAraJob, ResolveForecastsJob>()
        .AddModelShelf()
        .AddSingleton<IAraJob>(provider => new RetrainJob(
            provider.GetRequiredService<IBarStore>(),
            provider.GetRequiredService<ModelShelf>(),
            ForecasterCatalog.Learners,
            provider.GetRequiredService<IOptions<JobsOptions>>(),
            provider.GetRequiredService<TimeProvider>()));

    /// <summary>Adds the scheduler and the board.</summary>
    internal static IServiceCollection AddJobScheduler(this IServiceCollection services)
    {
        services.TryAddSingleton<IJobStarter, QuartzJobStarter>();
        services.TryAddSingleton<JobBoard>();
        services.TryAddSingleton<JobRunner>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "ara";
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseInMemoryStore();
            quartz.AddJobType<QuartzJob>();
        });
        services.AddHostedService<JobScheduling>();
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}
