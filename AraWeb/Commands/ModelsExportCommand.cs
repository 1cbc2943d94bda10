using System.CommandLine;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Training;

namespace AraWeb.Commands;

/// <summary>
/// <c>ara models export ID FILE</c>: writes a version with its signed card as one file for another machine; with <c>--onnx</c> a pooled model's mean for other
/// programs.
/// </summary>
internal static class ModelsExportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var (id, version, json) = (ModelsCommand.Id(), ModelsCommand.Version(), ModelsCommand.Json());
        var file = Words.Argument("FILE", "The file to write; it must not be there yet.");
        var onnx = new Option<bool>("--onnx") { Description = "Write the forecast of the mean as ONNX, unsigned, for other programs." };
        var command = new Command("export", "Writes a version with its signed card to a file.") { id, file, onnx, version, json };
        command.SetAction((parsed, cancellationToken) => ModelsCommand.RunAsync(
            environment,
            async registry =>
            {
                var (name, path) = (parsed.GetRequiredValue(id), Path.GetFullPath(parsed.GetRequiredValue(file)));
                var chosen = ModelsCommand.Choose(registry, name, parsed.GetValue(version));
                var bytes = parsed.GetValue(onnx) ? ToOnnx(registry, name, chosen) : registry.Export(name, chosen);
                await WriteAsync(path, bytes, cancellationToken);
                if (parsed.GetValue(json))
                {
                    environment.WriteJson(new { Id = name, Version = chosen, File = path, Bytes = bytes.Length });
                }
                else
                {
                    await environment.Output.WriteLineAsync($"Wrote {name} version {chosen} to {path}, {bytes.Length} bytes.");
                }

                return ExitCodes.Done;
            },
            cancellationToken));
        return command;
    }

    private static byte[] ToOnnx(ModelRegistry registry, string id, int version)
    {
        var card = registry.Card(id, version);
        if (card.Model.Family != ModelTraining.Family)
        {
            throw new InputException("onnx", id, $"Only pooled models are written as ONNX; this one is '{card.Model.Family}'. Leave --onnx out.");
        }

        var file = registry.Load(id, version, card.Model.FeatureNames);
        using var stream = new MemoryStream(file.Bytes.ToArray(), writable: false);
        return PooledOnnxExport.Write(PooledModelFile.Read(stream, ForecasterCatalog.Learners));
    }

    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            await stream.WriteAsync(bytes, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException("file", path, $"Name a new file in a folder that can be written ({error.Message}).");
        }
    }
}
