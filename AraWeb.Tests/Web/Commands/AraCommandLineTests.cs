using AraWeb.Commands;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Providers.Local;
using AraWeb.Engine.Studies;
using AraWeb.Tests.Shared;
using AraWeb.Tests.Web.Api;
using Microsoft.Extensions.DependencyInjection;

namespace AraWeb.Tests.Web.Commands;

public sealed class AraCommandLineTests
{
    [Fact]
    public async Task Run_Help_NamesTheProgramAndItsCommands()
    {
        var run = await CommandRun.StartAsync("--help");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("ara [command]", run.Output, StringComparison.Ordinal);
        Assert.All(["predict", "data", "evaluate", "bench", "serve"], name => Assert.Contains($"\n  {name}", run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ara [command]", "nope")]
    [InlineData("ara [command]", "--nope")]
    [InlineData("ara predict", "predict")]
    [InlineData("ara predict", "predict", "AAPL", "--nope")]
    [InlineData("ara predict", "predict", "AAPL", "MSFT")]
    [InlineData("ara data", "data")]
    [InlineData("ara data", "data", "validate")]
    [InlineData("ara bench", "bench", "nope")]
    public async Task Run_NotUnderstood_ShowsTheHelpThatWasMeant(string usage, params string[] args)
    {
        var run = await CommandRun.StartAsync(args);

        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("ara: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(usage, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NotUnderstoodWithJson_PrintsOneErrorObject()
    {
        var run = await CommandRun.StartAsync("predict", "--json", "--nope");

        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.Equal("invalid-command-line", (string?)run.Json["error"]!["code"]);
    }

    [Fact]
    public async Task Predict_Symbol_PrintsATableOfDays()
    {
        var run = await CommandRun.StartAsync("predict", "aapl", "--days", "3");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("AAPL Apple · 1d · last close 109.00 · as of 2024-01-17 21:00 UTC", run.Output, StringComparison.Ordinal);
        Assert.All(["2024-01-18", "2024-01-19", "2024-01-22"], day => Assert.Contains(day, run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("2024-01-23", run.Output, StringComparison.Ordinal);
        Assert.Contains("Frozen in the ledger.", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Predict_Json_PrintsTheObjectOfTheApi()
    {
        var run = await CommandRun.StartAsync("predict", "AAPL", "--as-of", "2024-01-12", "--json");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(("AAPL", 104.0), ((string?)run.Json["symbol"], (double?)run.Json["lastPrice"]));
        Assert.Equal(5, run.Json["days"]!.AsArray().Count);
        Assert.Null(run.Json["days"]![0]!["calibration"]!["coverage90"]);
    }

    [Theory]
    [InlineData("invalid-input", "predict", "AAPL", "--days", "0")]
    [InlineData("invalid-input", "predict", "AAPL", "--days", "31")]
    [InlineData("invalid-input", "predict", "AAPL", "--days", "five")]
    [InlineData("invalid-input", "predict", "AAPL", "--timeframe", "2d")]
    [InlineData("invalid-input", "predict", "AA PL")]
    [InlineData("invalid-input", "predict", "AAPL", "--as-of", "30.06.2017")]
    [InlineData("invalid-input", "predict", "AAPL", "--as-of", "2999-01-01")]
    [InlineData("unknown-symbol", "predict", "NOPE")]
    [InlineData("insufficient-data", "predict", "AAPL", "--as-of", "2024-01-09")]
    [InlineData("data-unavailable", "data", "validate", "/no/such/folder")]
    public async Task Run_BadInput_SaysWhatToDo(string code, params string[] args)
    {
        var plain = await CommandRun.StartAsync(args);
        Assert.Equal(ExitCodes.BadInput, plain.ExitCode);
        Assert.Empty(plain.Output);
        Assert.StartsWith("ara: ", plain.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", plain.Error, StringComparison.Ordinal);

        var json = await CommandRun.StartAsync([.. args, "--json"]);
        Assert.Equal(ExitCodes.BadInput, json.ExitCode);
        Assert.Equal(code, (string?)json.Json["error"]!["code"]);
        Assert.NotEmpty((string)json.Json["error"]!["message"]!);
        Assert.NotEmpty((string)json.Json["error"]!["advice"]!);
    }

    [Fact]
    public async Task Run_Fault_EndsWithOneAndNoStack()
    {
        var broken = new FakePredictor(new MemoryBars()) { Failure = new InvalidOperationException("odd") };

        var run = await CommandRun.StartAsync(["predict", "AAPL"], services => services.AddSingleton<IPredictor>(broken), CancellationToken.None);

        Assert.Equal(ExitCodes.Unexpected, run.ExitCode);
        Assert.Contains("odd", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Cancelled_EndsWith130()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var run = await CommandRun.StartAsync(["evaluate", "echo"], WithEcho, cancelled.Token);

        Assert.Equal(ExitCodes.Cancelled, run.ExitCode);
    }

    [Fact]
    public async Task Study_Options_ReachItAndProgressGoesToTheErrorStream()
    {
        var run = await CommandRun.StartAsync(
            ["evaluate", "echo", "--file", "a.csv", "--from", "2017-06-30", "--horizon", "5", "--json"], WithEcho, CancellationToken.None);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Equal(("a.csv", "2017-06-30", 5), ((string?)run.Json["file"], (string?)run.Json["from"], (int?)run.Json["horizon"]));
        Assert.Equal("working", run.Error.Trim());
    }

    [Fact]
    public async Task Study_Tables_ArePrintedWithTheirBrackets()
    {
        var run = await CommandRun.StartAsync(["evaluate", "echo"], WithEcho, CancellationToken.None);

        Assert.Contains("What was asked [n = 1]", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from", "yesterday")]
    [InlineData("--horizon", "0")]
    [InlineData("--horizon", "x")]
    public async Task Study_BadOption_EndsWithTwo(string option, string value)
    {
        var run = await CommandRun.StartAsync(["evaluate", "echo", option, value, "--json"], WithEcho, CancellationToken.None);

        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.Equal("invalid-input", (string?)run.Json["error"]!["code"]);
    }

    [Fact]
    public async Task Validate_BadBars_AreReported()
    {
        var folder = Directory.CreateTempSubdirectory("ara-csv-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "stocks"));
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "stocks", "AAA.csv"),
                "timestamp,open,high,low,close,volume\n2024-01-08,10,11,9,10,100\n2024-01-09,10,11,9,-1,100\n2024-01-10,10,11,9,10.5,100\n");

            var table = await CommandRun.StartAsync("data", "validate", folder.FullName);
            Assert.Equal(ExitCodes.BadInput, table.ExitCode);
            Assert.Contains("left out", table.Output, StringComparison.Ordinal);
            Assert.Contains("1 file, 3 rows: 1 dropped", table.Output, StringComparison.Ordinal);
            Assert.Contains("Mend the files", table.Output, StringComparison.Ordinal);

            var json = await CommandRun.StartAsync("data", "validate", folder.FullName, "--json");
            Assert.Equal((2, 1), ((int?)json.Json["files"]![0]!["kept"], (int?)json.Json["dropped"]));
            Assert.Equal("nonPositivePrice", (string?)json.Json["files"]![0]!["defects"]![0]!["kind"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("a gap is only odd", ExitCodes.Done, 10, 10.1, 12)]
    [InlineData("a price that halves overnight", ExitCodes.BadInput, 5, 5.05, 9)]
    public async Task Validate_OddBars_OnlyALikelySplitNeedsMending(string what, int expected, double open, double close, int day)
    {
        using var folder = new TempFolder();
        folder.Write(
            "stocks/AAA.csv",
            "timestamp,open,high,low,close,volume\n2024-01-08,10,10.1,9.9,10,100\n"
            + FormattableString.Invariant($"2024-01-{day:00},{open},{close + 0.05},{open - 0.05},{close},100\n"));

        var run = await CommandRun.StartAsync("data", "validate", folder.Path);

        Assert.True(run.ExitCode == expected, $"{what}: {run.ExitCode}\n{run.Output}");
    }

    [Fact]
    public async Task Predict_AsOfBeforeTheFirstBar_NamesTheDateThatWasTyped()
    {
        using var folder = new TempFolder();
        folder.Write("stocks/AAPL.csv", "timestamp,open,high,low,close,volume\n2024-01-08,10,11,9,10,100\n2024-01-09,10,11,9,10,100\n");

        var run = await CommandRun.StartAsync(["predict", "AAPL", "--as-of", "2000-01-01"], OverFolder(folder.Path), CancellationToken.None);

        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.StartsWith("ara: as-of '2000-01-01' is not valid.", run.Error, StringComparison.Ordinal);
        Assert.Contains("begin on 2024-01-08", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_FolderWithBadRows_SaysHowManyDidNotCount()
    {
        using var folder = new TempFolder();
        folder.Write("stocks/AAPL.csv", "timestamp,open,high,low,close,volume\n2024-01-08,10,11,9,10,100\n2024-01-09,10,11,9,-1,100\n");

        var run = await CommandRun.StartAsync("predict", "AAPL", "--data", folder.Path);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("Of 2 rows in stocks/AAPL.csv 1 were left out and 0 put right.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_AddressOfTheNetwork_IsRefused()
    {
        var run = await CommandRun.StartAsync("serve", "--url", "http://0.0.0.0:5080");

        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.Contains("Server:Url", run.Error, StringComparison.Ordinal);
    }

    private static Action<IServiceCollection> OverFolder(string path) => services => services.AddSingleton<IPredictor>(
        new ForecastService(new CsvFolderProvider(path, TimeProvider.System), new ForecastCache(), new NoPooledModels(), TimeProvider.System));

    private static void WithEcho(IServiceCollection services) => services.AddSingleton<IStudy, CommandRun.EchoStudy>();
}
