using AraWeb.Engine.Core;
using CsvHelper;

namespace AraWeb.Engine.Sentiment;

/// <summary>
/// Reads judged texts from a CSV file with the columns <c>text</c> and <c>label</c> (negative, neutral or positive); other columns are passed over.
/// </summary>
public static class LabelledTexts
{
    private const long LargestFile = 256L << 20;
    private const string Columns = "Give a CSV file with the columns text and label, the label being negative, neutral or positive.";

    private static readonly CsvReaderOptions Options = new()
    {
        TrackLineNumbers = true,
        MissingField = CsvMissingFieldHandling.ReturnEmpty,
        NormalizeHeaderName = name => name.Trim().ToLowerInvariant(),
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file is missing, too large, without the columns, or a label is none of the three: the line is named.</exception>
    public static async Task<IReadOnlyList<LabelledText>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path) || new FileInfo(path).Length > LargestFile)
        {
            throw new InputException("file", path, $"There is no such file, or it is larger than {LargestFile >> 20} MB. {Columns}");
        }

        try
        {
            await using var csv = CsvReader.FromFile(path, Options);
            await csv.ReadHeaderAsync(cancellationToken);
            if (!csv.TryGetFieldIndex("text", out var text) || !csv.TryGetFieldIndex("label", out var label))
            {
                throw new InputException("file", path, Columns);
            }

            var texts = new List<LabelledText>();
            while (await csv.ReadAsync(cancellationToken))
            {
                texts.Add(new LabelledText(csv.GetString(text), ClassOf(csv.GetString(label), csv.LineNumber)));
            }

            return texts;
        }
        catch (CsvFormatException error)
        {
            throw new InputException("file", path, $"{error.Message} {Columns}");
        }
    }

    private static SentimentClass ClassOf(string label, long line) => label.Trim().ToLowerInvariant() switch
    {
        "negative" => SentimentClass.Negative,
        "neutral" => SentimentClass.Neutral,
        "positive" => SentimentClass.Positive,
        _ => throw new InputException("label", label, $"Line {line}: {Columns}"),
    };
}
