using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Chain;
using Microsoft.Extensions.Options;

namespace AraWeb.Configuration;

/// <summary>Checks the section <c>Providers</c>; every message names the key to set, and none shows a secret.</summary>
internal sealed class RemoteOptionsValidator(IConfiguration configuration) : IValidateOptions<RemoteOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RemoteOptions options)
    {
        var mistakes = new List<string>();
        CheckReadable("Providers:Symbols", options.ParseSymbols, mistakes);
        CheckReadable("Providers:Timeframes", options.ParseTimeframes, mistakes);
        foreach (var provider in options.ParseOrder().Except(MarketChain.KnownProviders, StringComparer.Ordinal))
        {
            mistakes.Add($"Providers:Order names '{provider}'; there are {string.Join(", ", MarketChain.KnownProviders)}.");
        }

        CheckSources(mistakes);
        return mistakes.Count > 0 ? ValidateOptionsResult.Fail(mistakes) : ValidateOptionsResult.Success;
    }

    private static void CheckReadable(string key, Func<object> read, List<string> mistakes)
    {
        try
        {
            read();
        }
        catch (InputException error)
        {
            mistakes.Add($"{key}: {error.Message} {error.Advice}");
        }
    }

    private void CheckSources(List<string> mistakes)
    {
        IReadOnlyList<(string Provider, string Section, RemoteSourceOptions Options)> sources;
        try
        {
            sources = RemoteSources.All(configuration);
        }
        catch (InvalidOperationException error)
        {
            // The binder's own words: a value of the wrong kind. They name the key, and no key of a service is anything but text.
            mistakes.Add(error.Message);
            return;
        }

        string[] own = [nameof(RemoteOptions.Symbols), nameof(RemoteOptions.Timeframes), nameof(RemoteOptions.Order)];
        var sections = sources.Select(source => source.Section).Concat(own.Select(key => $"{RemoteOptions.Section}:{key}")).ToArray();
        AddUnknown(RemoteOptions.Section, sections, mistakes);
        foreach (var (_, section, options) in sources)
        {
            AddUnknown(section, [.. options.GetType().GetProperties().Select(property => $"{section}:{property.Name}")], mistakes);
            if (options.Url is { Length: > 0 } url && !IsAllowed(url))
            {
                mistakes.Add($"{section}:Url is no address that starts with https:// (http:// is taken on this machine alone); mend it or remove the key.");
            }

            if (options is { Enabled: true, NeedsKey: true } && string.IsNullOrWhiteSpace(options.Secret))
            {
                mistakes.Add(
                    $"{section}:Enabled is true and {section}:Key is not set; set it, best as the environment variable "
                    + $"ARA_{section.Replace(":", "__", StringComparison.Ordinal)}__Key.");
            }

            if (options.Plan is < 1)
            {
                mistakes.Add($"{section}:RequestsPerMinute is {options.Plan}; set a number from 1 on, or remove the key for the free plan.");
            }
        }
    }

    private static bool IsAllowed(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && url.Query.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private void AddUnknown(string section, string[] known, List<string> mistakes)
    {
        foreach (var setting in configuration.GetSection(section).GetChildren())
        {
            if (!known.Contains(setting.Path, StringComparer.OrdinalIgnoreCase))
            {
                mistakes.Add($"{setting.Path} is not a setting; there are {string.Join(", ", known)}.");
            }
        }
    }
}
