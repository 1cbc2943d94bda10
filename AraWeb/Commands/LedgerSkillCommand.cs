using System.CommandLine;
using System.Globalization;
using AraWeb.Api;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Skill;
using AraWeb.Hosting;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary><c>ara ledger skill</c>: how the frozen forecasts did beside simple rivals, as tables or as the object that the API returns.</summary>
internal static class LedgerSkillCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var symbol = new Option<string?>("--symbol") { Description = "One symbol; all together when left out.", HelpName = "SYMBOL" };
        var timeframe = new Option<string?>("--timeframe")
        {
            Description = $"The span of a bar: {string.Join(", ", Timeframes.Codes)}. Default: 1d.",
            HelpName = "SPAN",
        };
        var horizon = new Option<string?>("--horizon") { Description = "Bars ahead; 1, 5, 10, 20 and 30 when left out.", HelpName = "N" };
        var by = new Option<string?>("--by") { Description = "Split the rows by symbol or regime.", HelpName = "WHAT" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of tables." };
        var command = new Command("skill", "Tells how the frozen forecasts did beside simple rivals.") { symbol, timeframe, horizon, by, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            LedgerApi.Query(parsed.GetValue(symbol), parsed.GetValue(timeframe), Horizon(parsed.GetValue(horizon)), parsed.GetValue(by)),
            parsed.GetValue(json),
            environment,
            cancellationToken));
        return command;
    }

    private static int? Horizon(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bars)
            ? bars
            : throw new InputException("horizon", text, $"Write a whole number from {Engine.Core.Horizon.Min} to {Engine.Core.Horizon.Max}.");
    }

    private static async Task<int> RunAsync(SkillQuery query, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        var rows = await services.GetRequiredService<LedgerSkill>().MeasureAsync(query, cancellationToken);
        if (asJson)
        {
            environment.WriteJson(new SkillResponse(query.Timeframe.Code(), [.. rows.Select(SkillRowContract.From)]));
            return ExitCodes.Done;
        }

        var console = environment.Tables();
        foreach (var row in rows)
        {
            Write(row, console);
        }

        console.WriteLine(rows.Count == 0
            ? "The ledger has no such forecasts yet: they are frozen when 'ara predict' or the server makes them."
            : "Intervals hold 95 %: of skills by drawing whole days in blocks as long as the horizon, of shares by Wilson on days that do not overlap.");
        return ExitCodes.Done;
    }

    private static void Write(SkillRow row, IAnsiConsole console)
    {
        var part = row.Symbol ?? row.Regime?.ToString() ?? "all symbols";
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{row.ModelVersion} · {row.Horizon} bars ahead · {part}{(row.IsSimulated ? " · SIMULATED DATA" : string.Empty)}: "
            + $"{row.Resolved} resolved on {row.Days} days, {row.Pending} pending, {row.Void} void"));
        if (row.Figures is not { } figures)
        {
            console.WriteLine("  " + row.Standing);
            return;
        }

        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  CRPS {figures.Crps:0.00000}, pinball {figures.Pinball:0.00000}, log loss {figures.LogLoss:0.000} nats, Brier {figures.Brier:0.0000}"));
        console.WriteLine("  inside " + string.Join(", ", figures.Coverage.Select(band => $"{Percent(band.Nominal)}: {Shares(band.Share)}")));
        console.WriteLine(
            $"  direction {Shares(figures.Direction)} of {row.Resolved} outcomes on {row.Days} days; always up {Percent(figures.AlwaysUp)}");
        console.Write(Table(figures));
    }

    private static Table Table(SkillFigures figures)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Rival");
        foreach (var head in (ReadOnlySpan<string>)["N", "CRPS", "CRPS skill", "Log gain, nats", "Brier", "Brier skill"])
        {
            table.AddColumn(new TableColumn(head).RightAligned());
        }

        foreach (var rival in figures.Baselines)
        {
            table.AddRow(
                new Text(Name(rival.Baseline)),
                new Text(rival.Count.ToString(CultureInfo.InvariantCulture)),
                new Text(Number(rival.Crps, "0.00000")),
                new Text(Skill(rival.CrpsSkill)),
                new Text(Number(rival.LogGain, "+0.000;-0.000")),
                new Text(Number(rival.Brier, "0.0000")),
                new Text(Skill(rival.BrierSkill)));
        }

        return table;
    }

    private static string Name(BaselineKind kind) => kind switch
    {
        BaselineKind.LastPrice => "last price",
        BaselineKind.Drift => "drift",
        BaselineKind.AlwaysUp => "always up",
        BaselineKind.Cone => "20-bar cone",
        BaselineKind.EwmaT5 => "EWMA, t5",
        BaselineKind.Har => "log-HAR, t5",
        _ => kind.ToString(),
    };

    private static string Skill(IntervalEstimate skill) => double.IsFinite(skill.Estimate)
        ? string.Create(CultureInfo.InvariantCulture, $"{skill.Estimate:+0.000;-0.000} [{skill.Lower:0.000}, {skill.Upper:0.000}]")
        : "-";

    private static string Shares(IntervalEstimate share) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * share.Estimate:0.0} % [{100 * share.Lower:0.0}, {100 * share.Upper:0.0}]");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");

    private static string Number(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";
}
