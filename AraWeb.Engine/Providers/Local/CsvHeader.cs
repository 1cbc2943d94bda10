using System.Text;

namespace AraWeb.Engine.Providers.Local;

/// <summary>Which field of a row holds what. Names are found in any order and letter case; columns of other names are passed over.</summary>
internal sealed class CsvHeader
{
    /// <summary>Number of fields that are read: stamp, open, high, low, close, volume.</summary>
    public const int FieldCount = 6;

    /// <summary>Place of the volume among the fields.</summary>
    public const int VolumeField = 5;

    private static readonly string[] StampNames = ["timestamp", "datetime", "date", "time"];
    private static readonly string[] ValueNames = ["open", "high", "low", "close", "volume"];

    private CsvHeader(int[] fieldOfColumn, IReadOnlyList<string> missing, bool hasVolume)
    {
        FieldOfColumn = fieldOfColumn;
        Missing = missing;
        HasVolume = hasVolume;
    }

    /// <summary>For each column the field it holds, 0 the stamp to 5 the volume, or -1.</summary>
    public int[] FieldOfColumn { get; }

    /// <summary>Names of the columns without which a file holds no bars; volume may be absent.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>False where there is no volume column.</summary>
    public bool HasVolume { get; }

    /// <summary>Reads the first line of a file.</summary>
    public static CsvHeader Read(ReadOnlySpan<byte> line)
    {
        var names = Encoding.UTF8.GetString(line).Split(',').Select(name => name.Trim().Trim('"', '\'').Trim().ToLowerInvariant()).ToArray();
        var fields = new int[names.Length];
        Array.Fill(fields, -1);
        var missing = new List<string>();
        var stamp = StampNames.Select(name => Array.IndexOf(names, name)).FirstOrDefault(column => column >= 0, -1);
        if (stamp < 0)
        {
            missing.Add("timestamp");
        }
        else if (string.Equals(names[stamp], "date", StringComparison.Ordinal) && Array.IndexOf(names, "time") >= 0)
        {
            missing.Add("timestamp (date and time of day in one column)");
        }
        else
        {
            fields[stamp] = 0;
        }

        for (var value = 0; value < ValueNames.Length; value++)
        {
            var column = Array.IndexOf(names, ValueNames[value]);
            if (column >= 0)
            {
                fields[column] = value + 1;
            }
            else if (value + 1 != VolumeField)
            {
                missing.Add(ValueNames[value]);
            }
        }

        return new CsvHeader(fields, missing, Array.IndexOf(fields, VolumeField) >= 0);
    }
}
