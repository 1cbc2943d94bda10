using AraWeb.Engine.Core;
using AraWeb.Engine.Evaluation.Drift;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Training;

/// <summary>
/// What the features of a training looked like, kept on the card of the version that learned from them: deciles of each column, the rows in each, and how
/// far stretches of a quarter strayed from the whole while it was learned from. Features of prices stay where they are for months, so that any quarter differs
/// from twenty years by more than the limits for independent rows; only what strays further than any quarter did before has drifted.
/// </summary>
public sealed class PanelReference
{
    /// <summary>Days of a stretch: a quarter.</summary>
    public const int StretchDays = 63;

    /// <summary>Key of the text among a card's settings.</summary>
    public const string Key = "reference";

    private const byte Mark = 1;

    private readonly DecileBins[] _bins;
    private readonly int[][] _counts;

    private PanelReference(DecileBins[] bins, int[][] counts, double[] drift)
    {
        (_bins, _counts, Drift) = (bins, counts, drift);
        Largest = new double[bins.Length];
    }

    /// <summary>[F] largest index of a column in any stretch of the training.</summary>
    public double[] Largest { get; }

    /// <summary>Largest mean index of all columns in any stretch of the training.</summary>
    public double LargestMean { get; private set; }

    /// <summary>Stretches that the training had.</summary>
    public int Stretches { get; private set; }

    /// <summary>[H] what the drift baseline said at the end of the training, in forecast deviations.</summary>
    public double[] Drift { get; }

    /// <summary>F.</summary>
    public int Features => _bins.Length;

    /// <summary>Makes it of the rows of a training.</summary>
    /// <param name="panel">The rows.</param>
    /// <param name="data">Those that members learned from, for the drift.</param>
    /// <param name="cancellationToken">Looked at before each column.</param>
    public static PanelReference Of(TrainingPanel panel, TrainingSet data, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(data);
        var forecasts = new StandardizedForecast[panel.Horizons.Count];
        ForecasterCatalog.Baseline.Fit(data, seed: 0, cancellationToken).Predict([], forecasts);
        var width = panel.FeatureNames.Count;
        var (bins, counts) = (new DecileBins[width], new int[width][]);
        var stretches = panel.Closes.Count / StretchDays;
        var indices = new double[width][];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = panel.Threads };
        Parallel.For(0, width, options, feature =>
        {
            var column = new double[panel.Rows.Count];
            for (var row = 0; row < column.Length; row++)
            {
                column[row] = panel.FeaturesOf(row)[feature];
            }

            bins[feature] = DecileBins.Of(column);
            var parts = Count(panel, feature, bins[feature], stretches);
            counts[feature] = new int[bins[feature].Count];
            foreach (var part in parts)
            {
                for (var bin = 0; bin < part.Length; bin++)
                {
                    counts[feature][bin] += part[bin];
                }
            }

            indices[feature] = [.. parts.Skip(1).Select(part => PopulationStability.Index(counts[feature], part))];
        });
        var reference = new PanelReference(bins, counts, [.. forecasts.Select(forecast => forecast.Mean)]) { Stretches = stretches };
        for (var stretch = 0; stretch < stretches; stretch++)
        {
            reference.LargestMean = Math.Max(reference.LargestMean, indices.Average(column => column[stretch]));
            for (var feature = 0; feature < width; feature++)
            {
                reference.Largest[feature] = Math.Max(reference.Largest[feature], indices[feature][stretch]);
            }
        }

        return reference;
    }

    /// <summary>[F] the index of each column over the last stretch of a panel with the same columns.</summary>
    public double[] Indices(TrainingPanel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var indices = new double[_bins.Length];
        for (var feature = 0; feature < indices.Length; feature++)
        {
            indices[feature] = PopulationStability.Index(_counts[feature], Count(panel, feature, _bins[feature], 1)[1]);
        }

        return indices;
    }

    /// <summary>As a text for the card.</summary>
    public string Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Mark);
        WriteAll(writer, Drift);
        writer.Write(LargestMean);
        writer.Write(Stretches);
        writer.Write((ushort)_bins.Length);
        for (var feature = 0; feature < _bins.Length; feature++)
        {
            writer.Write((byte)_bins[feature].Cuts.Count);
            foreach (var cut in _bins[feature].Cuts)
            {
                writer.Write(cut);
            }

            foreach (var count in _counts[feature])
            {
                writer.Write7BitEncodedInt(count);
            }

            writer.Write(Largest[feature]);
        }

        writer.Flush();
        return Convert.ToBase64String(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads what <see cref="Write"/> gave.</summary>
    /// <exception cref="ModelException">The text is none of these.</exception>
    public static PanelReference Read(string text)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(Convert.FromBase64String(text), writable: false));
            if (reader.ReadByte() != Mark)
            {
                throw new FormatException();
            }

            var drift = ReadAll(reader);
            var (mean, stretches, width) = (reader.ReadDouble(), reader.ReadInt32(), reader.ReadUInt16());
            var (bins, counts, largest) = (new DecileBins[width], new int[width][], new double[width]);
            for (var feature = 0; feature < width; feature++)
            {
                var cuts = new float[reader.ReadByte()];
                for (var i = 0; i < cuts.Length; i++)
                {
                    cuts[i] = reader.ReadSingle();
                }

                bins[feature] = DecileBins.From(cuts);
                counts[feature] = new int[bins[feature].Count];
                for (var bin = 0; bin < counts[feature].Length; bin++)
                {
                    counts[feature][bin] = reader.Read7BitEncodedInt();
                }

                largest[feature] = reader.ReadDouble();
            }

            var reference = new PanelReference(bins, counts, drift) { LargestMean = mean, Stretches = stretches };
            largest.CopyTo(reference.Largest, 0);
            return reference;
        }
        catch (Exception error) when (error is FormatException or EndOfStreamException or ArgumentException)
        {
            throw new ModelException("The card's distribution of features cannot be read.", "Train the model again.", error);
        }
    }

    /// <summary>[stretches + 1][bins] rows of the days before the last so many stretches, then of each stretch.</summary>
    private static int[][] Count(TrainingPanel panel, int feature, DecileBins bins, int stretches)
    {
        var counts = new int[stretches + 1][];
        for (var part = 0; part < counts.Length; part++)
        {
            counts[part] = new int[bins.Count];
        }

        var first = panel.Closes.Count - (stretches * StretchDays);
        for (var row = 0; row < panel.Rows.Count; row++)
        {
            var day = panel.Days[row] - first;
            counts[day < 0 ? 0 : (day / StretchDays) + 1][bins.BinOf(panel.FeaturesOf(row)[feature])]++;
        }

        return counts;
    }

    private static void WriteAll(BinaryWriter writer, double[] values)
    {
        writer.Write((byte)values.Length);
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    private static double[] ReadAll(BinaryReader reader)
    {
        var values = new double[reader.ReadByte()];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadDouble();
        }

        return values;
    }
}
