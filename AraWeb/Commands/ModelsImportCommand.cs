using System.CommandLine;
using System.Security.Cryptography;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Registry;
using AraWeb.Hosting;

namespace AraWeb.Commands;

/// <summary><c>ara models import FILE</c>: takes an exported version in as a candidate, if its signature is that of a trusted key.</summary>
internal static class ModelsImportCommand
{
    private const string KeyAdvice = "Name a file with the public key in PEM, as the keys of 'ara ledger show' hold it.";

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var file = Words.Argument("FILE", "A file that 'ara models export' wrote.");
        var key = new Option<string?>("--key") { Description = "A public key in PEM to trust for this file; without it the ledger's own.", HelpName = "FILE" };
        var json = ModelsCommand.Json();
        var command = new Command("import", "Takes an exported version in as a candidate; refuses what is not signed by a trusted key.") { file, key, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            Path.GetFullPath(parsed.GetRequiredValue(file)), parsed.GetValue(key), parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? keyFile, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        using var keys = await services.ModelKeysAsync(cancellationToken);
        using var foreign = keyFile is null ? null : await ReadKeyAsync(keyFile, cancellationToken);
        await using var stream = Open(path);
        var card = services.ModelRegistry(keys).Import(stream, id => foreign is null ? keys.Find(id) : foreign.Id == id ? foreign : null);
        if (asJson)
        {
            environment.WriteJson(ModelVersionContract.From(card, ModelStage.Candidate));
        }
        else
        {
            await environment.Output.WriteLineAsync(
                $"Took in {card.Id} as version {card.Version}, a candidate. 'ara models promote {card.Id} {card.Version}' brings it into use.");
        }

        return ExitCodes.Done;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException("file", path, $"Name a file that can be read ({error.Message}).");
        }
    }

    private static async Task<PublicKey> ReadKeyAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var pem = await File.ReadAllTextAsync(path, cancellationToken);
            var fields = PemEncoding.Find(pem);
            return new PublicKey(Convert.FromBase64String(pem[fields.Base64Data]));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or FormatException or CryptographicException)
        {
            throw new InputException("key", path, KeyAdvice);
        }
    }
}
