using Microsoft.Extensions.Options;

namespace AraWeb.Configuration;

/// <summary>Checks the section <c>Data</c>; every message names the key to set.</summary>
internal sealed class ProvidersOptionsValidator(IConfiguration configuration) : IValidateOptions<ProvidersOptions>
{
    private static readonly string[] Keys = [nameof(ProvidersOptions.CsvFolder), nameof(ProvidersOptions.Demo)];
    private static readonly string[] DemoKeys = [nameof(DemoOptions.Enabled), nameof(DemoOptions.Seed)];

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ProvidersOptions options)
    {
        var mistakes = new List<string>();
        AddUnknown(ProvidersOptions.Section, Keys, mistakes);
        AddUnknown(DemoOptions.Section, DemoKeys, mistakes);
        if (options.CsvFolder is { } folder && !Directory.Exists(folder))
        {
            mistakes.Add($"Data:CsvFolder is '{folder}', which is no folder; set the path of a folder with CSV files, or remove the key.");
        }

        if (options.CsvFolder is null && !options.Demo.Enabled && !HasRemote())
        {
            mistakes.Add(
                "Data:Demo:Enabled is false and Data:CsvFolder is not set, so there are no prices; "
                + "set one of them, or switch on a provider like Providers:Yahoo:Enabled.");
        }

        return mistakes.Count > 0 ? ValidateOptionsResult.Fail(mistakes) : ValidateOptionsResult.Success;
    }

    private bool HasRemote() => configuration.GetSection(RemoteOptions.Section).GetChildren()
        .Any(provider => string.Equals(provider[nameof(RemoteSourceOptions.Enabled)], bool.TrueString, StringComparison.OrdinalIgnoreCase));

    private void AddUnknown(string section, string[] keys, List<string> mistakes)
    {
        foreach (var setting in configuration.GetSection(section).GetChildren())
        {
            if (!keys.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            {
                mistakes.Add($"{setting.Path} is not a setting; there are {string.Join(", ", keys.Select(key => $"{section}:{key}"))}.");
            }
        }
    }
}
