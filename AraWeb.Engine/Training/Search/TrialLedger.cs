using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Training.Search;

/// <summary>
/// The ledger of a search: every configuration tried and every choice, one JSON object a line, only ever added to. A line is on the disk before the next trial
/// begins, so that a search that was stopped goes on from there. The last line may be torn by a crash; it is passed over. Not signed: it decides what is
/// trained, and what is trained is signed.
/// </summary>
/// <param name="path">The file; made with the first line.</param>
public sealed class TrialLedger(string path)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>All trials, oldest first.</summary>
    /// <exception cref="StorageException">The file cannot be read, or a line in it is none of the ledger's.</exception>
    public IReadOnlyList<Trial> Trials() => [.. Lines().Select(line => line.Trial).OfType<Trial>()];

    /// <summary>All choices, oldest first.</summary>
    /// <exception cref="StorageException">The file cannot be read, or a line in it is none of the ledger's.</exception>
    public IReadOnlyList<TrialChoice> Choices() => [.. Lines().Select(line => line.Choice).OfType<TrialChoice>()];

    /// <summary>Different configurations tried after a moment, usual settings aside.</summary>
    public int ConfigurationsSince(DateTimeOffset moment) =>
        Trials().Where(trial => trial.At > moment && trial.Values.Count > 0).Select(trial => (trial.Learner, trial.Configuration)).Distinct().Count();

    /// <summary>Learners with the settings chosen for them; those without a choice as they are.</summary>
    public IReadOnlyList<IForecaster> Configure(IReadOnlyList<IForecaster> learners)
    {
        ArgumentNullException.ThrowIfNull(learners);
        var chosen = Chosen();
        return [.. learners.Select(learner => chosen.TryGetValue(learner.Id, out var choice)
            ? LearnerSpace.All.Single(space => space.Learner == learner.Id).Make(choice.Values)
            : learner)];
    }

    /// <summary>The settings chosen for these learners, in words.</summary>
    public string Describe(IReadOnlyList<IForecaster> learners)
    {
        ArgumentNullException.ThrowIfNull(learners);
        var chosen = Chosen();
        string[] words = [.. learners.Where(learner => chosen.ContainsKey(learner.Id))
            .Select(learner => $"{learner.Id}: {Trial.Describe(chosen[learner.Id].Values)}")];
        return words.Length == 0 ? "usual" : string.Join("; ", words);
    }

    /// <summary>Adds a trial.</summary>
    /// <exception cref="StorageException">The file cannot be written.</exception>
    public void Add(Trial trial) => Append(new Line(trial, null));

    /// <summary>Adds a choice.</summary>
    /// <exception cref="StorageException">The file cannot be written.</exception>
    public void Add(TrialChoice choice) => Append(new Line(null, choice));

    /// <summary>The last choice for each learner that has other than the usual settings.</summary>
    private Dictionary<string, TrialChoice> Chosen() => Choices().GroupBy(choice => choice.Learner, StringComparer.Ordinal)
        .Select(choices => choices.Last()).Where(choice => choice.Values.Count > 0).ToDictionary(choice => choice.Learner, StringComparer.Ordinal);

    private List<Line> Lines()
    {
        var lines = new List<Line>();
        if (!File.Exists(path))
        {
            return lines;
        }

        try
        {
            var text = File.ReadAllText(path);
            var end = text.LastIndexOf('\n') + 1;
            var number = 0;
            foreach (var line in text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                number++;
                lines.Add(JsonSerializer.Deserialize<Line>(line, Options) ?? throw new JsonException($"Line {number} is empty."));
            }

            return lines;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Fault(error);
        }
    }

    private void Append(Line line)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            file.Position = EndOfLastLine(file);
            file.SetLength(file.Position);
            file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, Options) + '\n'));
            file.Flush(flushToDisk: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fault(error);
        }
    }

    /// <summary>Behind the last line feed: what follows it was torn.</summary>
    private static long EndOfLastLine(FileStream file)
    {
        for (var at = file.Length; at > 0; at--)
        {
            file.Position = at - 1;
            if (file.ReadByte() == '\n')
            {
                return at;
            }
        }

        return 0;
    }

    private StorageException Fault(Exception error) => new(
        $"The ledger of trials {path} cannot be used: {error.Message}", "Let the account that runs Ara write it; a damaged one comes from a backup.", error);

    private sealed record Line(Trial? Trial, TrialChoice? Choice);
}
