using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AraWeb.Commands;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Store;
using AraWeb.Tests.Engine.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AraWeb.Tests.Web.Commands;

public sealed class LedgerCommandTests(SealedLedger ledger) : IClassFixture<SealedLedger>, IDisposable
{
    private readonly TempStore _store = TempStore.CopyOf(ledger.Store);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Verify_SoundLedger_EndsWithZero()
    {
        var plain = await RunAsync("verify");
        Assert.Equal(ExitCodes.Done, plain.ExitCode);
        Assert.Contains("9 records: 6 entries, 6 outcomes", plain.Output, StringComparison.Ordinal);
        Assert.Contains("Sound: every hash, link and signature is right.", plain.Output, StringComparison.Ordinal);

        var json = (await RunAsync("verify", "--json")).Json;
        Assert.Equal((true, 9, 0), ((bool?)json["sound"], (int?)json["head"]!["record"], json["faults"]!.AsArray().Count));
    }

    [Fact]
    public async Task Verify_EditedEntry_NamesItAndEndsWithOne()
    {
        Tamper("DROP TRIGGER forecast_horizons_are_frozen; UPDATE forecast_horizons SET q975 = 9 WHERE forecast_number = 2 AND bars = 3");

        var plain = await RunAsync("verify");
        Assert.Equal(ExitCodes.Failed, plain.ExitCode);
        Assert.Contains("the forecast of horizon 3, q975 (now 9)", plain.Output, StringComparison.Ordinal);
        Assert.Contains("NOT SOUND: 1 thing is wrong, the first at record 3, entry 2 of BTCUSD.", plain.Output, StringComparison.Ordinal);

        var json = await RunAsync("verify", "--json");
        Assert.Equal(ExitCodes.Failed, json.ExitCode);
        var fault = Assert.Single(json.Json["faults"]!.AsArray())!;
        Assert.Equal(("changed", 3, 2), ((string?)fault["kind"], (int?)fault["record"], (int?)fault["entry"]));
        Assert.Equal((ledger.Entries[1].Id.ToString(), "BTCUSD", "1d"), ((string?)fault["id"], (string?)fault["symbol"], (string?)fault["timeframe"]));
    }

    [Fact]
    public async Task Verify_NotedHead_IsLookedForInTheChain()
    {
        var head = (string?)(await RunAsync("head", "--json")).Json["hash"];

        Assert.Equal(ExitCodes.Done, (await RunAsync("verify", "--noted", head!)).ExitCode);
        Assert.Equal(ExitCodes.Failed, (await RunAsync("verify", "--noted", new string('0', 64))).ExitCode);
        Assert.Equal(ExitCodes.BadInput, (await RunAsync("verify", "--noted", "abc")).ExitCode);
    }

    [Fact]
    public async Task Show_Receipt_CanBeCheckedWithoutTheLedger()
    {
        var receipt = (await RunAsync("show", ledger.Entries[1].Id.ToString())).Json;

        Assert.Equal((2, "BTCUSD", 1), ((int?)receipt["entry"], (string?)receipt["symbol"], (int?)receipt["rule"]));
        Assert.Equal(("noEdge", "highVolatility"), ((string?)receipt["verdict"], (string?)receipt["regime"]));
        Assert.Equal(["har", "ridge"], receipt["models"]!.AsArray().Select(model => (string)model!));
        Assert.Equal(6, receipt["days"]![0]!["baselines"]!.AsArray().Count);
        Assert.Equal("resolved", (string?)receipt["days"]![0]!["outcome"]!["state"]);

        // The return was 0.01; the last price loses the size of the move.
        var scores = receipt["days"]![0]!["scores"]!.AsArray();
        Assert.Equal([null, "lastPrice", "drift", "alwaysUp", "cone", "ewmaT5", "har"], scores.Select(score => (string?)score!["baseline"]));
        Assert.Equal(0.01, (double)scores[1]!["crps"]!, 12);
        Assert.Empty(receipt["days"]![2]!["scores"]!.AsArray());
        Assert.Equal((3, "forecast"), ((int?)receipt["seal"]!["record"], (string?)receipt["seal"]!["kind"]));
        Assert.Equal([8], receipt["outcomeSeals"]!.AsArray().Select(seal => (int)seal!["record"]!));

        var pem = (string)Assert.Single(receipt["keys"]!.AsArray())!["publicKey"]!;
        foreach (var seal in (JsonNode[])[receipt["seal"]!, receipt["outcomeSeals"]![0]!])
        {
            var bytes = Convert.FromBase64String((string)seal["bytes"]!);
            Assert.Equal((string?)seal["hash"], Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.True(IsSigned(pem, seal));
        }

        Assert.True(IsSigned(pem, receipt["head"]!));
    }

    [Theory]
    [InlineData("invalid-input", "show", "nonsense")]
    [InlineData("unknown-entry", "show", "00000000-0000-0000-0000-000000000000")]
    [InlineData("unknown-entry", "replay", "00000000-0000-0000-0000-000000000000")]
    [InlineData("invalid-input", "replay", "--last", "0")]
    [InlineData("invalid-input", "replay", "00000000-0000-0000-0000-000000000000", "--last", "5")]
    [InlineData("invalid-input", "skill", "--horizon", "31")]
    [InlineData("invalid-input", "skill", "--horizon", "five")]
    [InlineData("invalid-input", "skill", "--by", "moon")]
    [InlineData("invalid-input", "skill", "--timeframe", "2d")]
    [InlineData("invalid-input", "rotate-key", "--lost")]
    public async Task Run_BadInput_SaysWhatToDo(string code, params string[] args)
    {
        var run = await RunAsync([.. args, "--json"]);

        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.Equal(code, (string?)run.Json["error"]!["code"]);
        Assert.NotEmpty((string)run.Json["error"]!["advice"]!);
    }

    [Fact]
    public async Task Replay_OtherModel_SaysSoAndEndsWithZero()
    {
        var run = await RunAsync("replay", "--last", "4");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains($"Made by the model core-1; this program has {ForecastModel.Version}.", run.Output, StringComparison.Ordinal);
        Assert.Contains("4 replayed: 0 equal to the bit", run.Output, StringComparison.Ordinal);
        Assert.Equal("otherModel", (string?)(await RunAsync("replay", ledger.Entries[0].Id.ToString(), "--json")).Json["entries"]![0]!["state"]);
    }

    [Fact]
    public async Task Skill_FewOutcomes_SaysThatItAccumulates()
    {
        var plain = await RunAsync("skill", "--horizon", "1");
        Assert.Contains("core-1 · 1 bars ahead · all symbols: 3 resolved on 3 days, 3 pending, 0 void", plain.Output, StringComparison.Ordinal);
        Assert.Contains("accumulating: 3 resolved so far", plain.Output, StringComparison.Ordinal);

        var json = (await RunAsync("skill", "--horizon", "1", "--by", "symbol", "--json")).Json;
        Assert.Equal(["BTCUSD", "ETHUSD"], json["rows"]!.AsArray().Select(row => (string)row!["symbol"]!));
        Assert.Null(json["rows"]![0]!["figures"]);
    }

    [Fact]
    public async Task RotateKey_KeyIsHere_ChangesItAndKeepsTheLedgerSound()
    {
        var run = await RunAsync("rotate-key");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("From record 11 on the key", run.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, (await RunAsync("verify")).ExitCode);
    }

    [Fact]
    public async Task Head_EmptyLedger_SaysThatThereIsNone()
    {
        using var empty = await TempStore.CreateAsync();

        var run = await CommandRun.StartAsync(["ledger", "head"], On(empty), CancellationToken.None);

        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.Contains("no records yet", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, (await CommandRun.StartAsync(["ledger", "verify"], On(empty), CancellationToken.None)).ExitCode);
    }

    private static bool IsSigned(string pem, JsonNode signed)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key.VerifyData(
            Convert.FromBase64String((string)signed["bytes"]!),
            Convert.FromBase64String((string)signed["signature"]!),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence);
    }

    private static Action<IServiceCollection> On(TempStore store) => services => services
        .AddSingleton(new StoreDatabases(store.Databases.Folder))
        .AddSingleton(new SigningKeyFolder(Path.GetDirectoryName(store.Keys.FilePath)!));

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.StartAsync(["ledger", .. args], On(_store), CancellationToken.None);

    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_store.Databases.Ledger.FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
