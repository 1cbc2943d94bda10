using AraWeb.Jobs;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace AraWeb.Hosting;

/// <summary>Background jobs: the scheduler, the board and every job. The scheduler keeps its plan in memory, since it is made anew at each start.</summary>
internal static class JobsHosting
{
    /// <summary>Adds the jobs.</summary>
    internal static IServiceCollection AddJobs(this IServiceCollection services)
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
