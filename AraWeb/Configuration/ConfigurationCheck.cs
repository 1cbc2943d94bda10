using System.ComponentModel;
using System.Net;
using AraWeb.Engine.Core;
using Microsoft.Extensions.Options;

namespace AraWeb.Configuration;

/// <summary>
/// Looks through the whole configuration before anything starts and reports every mistake with the key to set. Options of other areas join in through
/// <c>ValidateOnStart</c>.
/// </summary>
internal static class ConfigurationCheck
{
    /// <summary>Throws when anything is wrong.</summary>
    /// <exception cref="ConfigurationException">Lists all mistakes.</exception>
    public static void Run(IConfiguration configuration, IStartupValidator? others)
    {
        var mistakes = Mistakes(configuration);
        try
        {
            others?.Validate();
        }
        catch (OptionsValidationException exception)
        {
            mistakes.AddRange(exception.Failures);
        }
        catch (AggregateException exception)
        {
            mistakes.AddRange(exception.InnerExceptions.SelectMany(inner => inner is OptionsValidationException e ? e.Failures : [inner.Message]));
        }
        catch (InvalidOperationException exception)
        {
            // The binder's own error: a value of another area's section that is not of the right kind. It names the key.
            mistakes.Add(exception.Message);
        }

        if (mistakes.Count > 0)
        {
            throw new ConfigurationException(mistakes);
        }
    }

    /// <summary>The mistakes in the host's own sections; empty when there are none.</summary>
    internal static List<string> Mistakes(IConfiguration configuration)
    {
        var mistakes = new List<string>();
        if (TryBind<ServerOptions>(configuration, ServerOptions.Section, mistakes) is { } server)
        {
            CheckServer(server, configuration, mistakes);
        }

        TryBind<StorageOptions>(configuration, StorageOptions.Section, mistakes);
        if (TryBind<JobsOptions>(configuration, JobsOptions.Section, mistakes) is { } jobs)
        {
            CheckJobs(jobs, mistakes);
        }

        return mistakes;
    }

    private static void CheckJobs(JobsOptions jobs, List<string> mistakes)
    {
        if (jobs.RefreshInterval < JobsOptions.MinInterval || jobs.RefreshInterval > JobsOptions.MaxInterval)
        {
            mistakes.Add(
                $"Jobs:RefreshInterval is {jobs.RefreshInterval:c}; "
                + $"set a time from {JobsOptions.MinInterval:c} to {JobsOptions.MaxInterval:c}, for example 00:00:05.");
        }

        if (jobs.RetrainInterval != TimeSpan.Zero
            && (jobs.RetrainInterval < JobsOptions.MinRetrainInterval || jobs.RetrainInterval > JobsOptions.MaxRetrainInterval))
        {
            mistakes.Add(
                $"Jobs:RetrainInterval is {jobs.RetrainInterval:c}; "
                + $"set a time from {JobsOptions.MinRetrainInterval:c} to {JobsOptions.MaxRetrainInterval:c}, for example 7.00:00:00, "
                + "or 0 to train on demand only.");
        }

        if (jobs.RetrainTime < TimeSpan.Zero || jobs.RetrainTime >= TimeSpan.FromDays(1))
        {
            mistakes.Add($"Jobs:RetrainTime is {jobs.RetrainTime:c}; set a time of the day in UTC, for example 03:00:00.");
        }

        CheckReadable("Jobs:Watchlist", jobs.ParseWatchlist, mistakes);
        CheckReadable("Jobs:Timeframes", jobs.ParseTimeframes, mistakes);
    }

    private static void CheckReadable(string key, Func<object> read, List<string> mistakes)
    {
        try
        {
            read();
        }
        catch (InputException exception)
        {
            mistakes.Add($"{key}: {exception.Message} {exception.Advice}");
        }
    }

    private static void CheckServer(ServerOptions server, IConfiguration configuration, List<string> mistakes)
    {
        if (!Uri.TryCreate(server.Url, UriKind.Absolute, out var url) || url is not { Scheme: "http", PathAndQuery: "/" })
        {
            mistakes.Add($"Server:Url is '{server.Url}'; set one address like {ServerOptions.DefaultUrl}.");
        }
        else if (!IsLoopback(url))
        {
            mistakes.Add(
                $"Server:Url is '{server.Url}', which other machines could reach. "
                + $"There are no accounts yet, so set a loopback address like {ServerOptions.DefaultUrl}.");
        }

        if (configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            mistakes.Add("Kestrel:Endpoints is set; remove it and set Server:Url, the only address the program listens on.");
        }

        if (configuration["urls"] is { Length: > 0 } urls)
        {
            mistakes.Add($"urls (ASPNETCORE_URLS) is '{urls}', which has no effect here; remove it and set Server:Url.");
        }
    }

    private static bool IsLoopback(Uri url) =>
        string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(url.DnsSafeHost, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Binds a section after a look at each of its keys; null when a value is of the wrong kind.</summary>
    private static T? TryBind<T>(IConfiguration configuration, string section, List<string> mistakes)
        where T : class, new()
    {
        var bindable = true;
        foreach (var setting in configuration.GetSection(section).GetChildren())
        {
            var property = Array.Find(typeof(T).GetProperties(), p => p.CanWrite && string.Equals(p.Name, setting.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                var known = string.Join(", ", typeof(T).GetProperties().Where(p => p.CanWrite).Select(p => $"{section}:{p.Name}"));
                mistakes.Add($"{setting.Path} is not a setting; there are {known}.");
            }
            else if (setting.Value is not null && !TypeDescriptor.GetConverter(property.PropertyType).IsValid(setting.Value))
            {
                mistakes.Add($"{setting.Path} is '{setting.Value}', which is not {Kind(property.PropertyType)}.");
                bindable = false;
            }
        }

        return bindable ? configuration.GetSection(section).Get<T>() ?? new T() : null;
    }

    private static string Kind(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(TimeSpan) => "a time like 00:00:05",
        _ => $"a value of type {type.Name}",
    };
}
