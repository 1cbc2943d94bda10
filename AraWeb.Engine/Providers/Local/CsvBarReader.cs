using AraWeb.Engine.Core;
using AraWeb.Engine.Core.Calendars;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Engine.Providers.Local;

/// <summary>
/// Reads the rows of one CSV file of bars from its bytes. Commas, optional quotes, any line ends; rows without a readable stamp are noted and left out.
/// Judges no prices: that is <see cref="BarValidator"/>.
/// </summary>
internal static class CsvBarReader
{
    private const long MillisecondsPerDay = 86_400_000;

    /// <summary>The header line, without a byte order mark.</summary>
    public static CsvHeader ReadHeader(ReadOnlySpan<byte> content)
    {
        content = WithoutMark(content);
        var end = content.IndexOf((byte)'\n');
        return CsvHeader.Read((end < 0 ? content : content[..end]).TrimEnd((byte)'\r'));
    }

    /// <summary>Reads all rows under a complete header.</summary>
    public static RawBars Read(ReadOnlySpan<byte> content, CsvHeader header, AssetClass assetClass, Timeframe timeframe)
    {
        content = WithoutMark(content);
        var bars = new RawBars(content.Count((byte)'\n') + 1) { HasVolume = header.HasVolume };
        Span<Range> fields = stackalloc Range[CsvHeader.FieldCount];
        var timesOfDay = 0;
        for (var row = 1; !content.IsEmpty; row++)
        {
            var end = content.IndexOf((byte)'\n');
            var line = (end < 0 ? content : content[..end]).TrimEnd((byte)'\r');
            content = end < 0 ? [] : content[(end + 1)..];
            if (row > 1 && !line.IsEmpty)
            {
                bars.RowsRead++;
                Split(line, header.FieldOfColumn, fields);
                timesOfDay += AddRow(line, fields, row, bars, assetClass, timeframe) ? 1 : 0;
            }
        }

        if (timesOfDay > 0)
        {
            bars.Log.AddFile(
                DefectKind.TimeOfDay, DefectSeverity.Repaired,
                $"{timesOfDay} {timeframe.Code()} stamps carry a time of day; the session's date was taken.");
        }

        return bars;
    }

    // True when a time of day was taken off the stamp.
    private static bool AddRow(ReadOnlySpan<byte> line, ReadOnlySpan<Range> fields, int row, RawBars bars, AssetClass assetClass, Timeframe timeframe)
    {
        if (!CsvStamp.TryRead(line[fields[0]], out var time))
        {
            bars.Log.AddUnstamped(
                DefectKind.UnreadableStamp, DefectSeverity.Dropped, row,
                "The stamp is missing or in no known form; use 2024-11-29 or 2024-11-29T14:30:00Z.");
            return false;
        }

        var hasTimeOfDay = !timeframe.IsIntraday() && time % MillisecondsPerDay != 0;
        bars.Add(new RawBar(
            hasTimeOfDay ? DateOfSession(time, assetClass, timeframe) : time,
            CsvNumber.Read(line[fields[1]]),
            CsvNumber.Read(line[fields[2]]),
            CsvNumber.Read(line[fields[3]]),
            CsvNumber.Read(line[fields[4]]),
            bars.HasVolume ? CsvNumber.Read(line[fields[CsvHeader.VolumeField]]) : 0,
            row));
        return hasTimeOfDay;
    }

    // Brokers of currencies stamp a day with its start, which is the evening before.
    private static long DateOfSession(long time, AssetClass assetClass, Timeframe timeframe)
    {
        var stamp = DateTimeOffset.FromUnixTimeMilliseconds(time);
        if (assetClass == AssetClass.Forex && timeframe == Timeframe.OneDay)
        {
            stamp = ForexCalendar.Instance.CloseOfBar(stamp, timeframe);
        }

        return new DateTimeOffset(stamp.UtcDateTime.Date).ToUnixTimeMilliseconds();
    }

    private static void Split(ReadOnlySpan<byte> line, int[] fieldOfColumn, Span<Range> fields)
    {
        fields.Clear();
        var start = 0;
        for (var column = 0; column < fieldOfColumn.Length && start <= line.Length; column++)
        {
            var end = EndOfField(line, start);
            if (fieldOfColumn[column] >= 0)
            {
                fields[fieldOfColumn[column]] = Trimmed(line, start, end);
            }

            start = end + 1;
        }
    }

    private static int EndOfField(ReadOnlySpan<byte> line, int start)
    {
        var isQuoted = false;
        for (var i = start; i < line.Length; i++)
        {
            if (line[i] == (byte)'"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == (byte)',' && !isQuoted)
            {
                return i;
            }
        }

        return line.Length;
    }

    private static Range Trimmed(ReadOnlySpan<byte> line, int start, int end)
    {
        while (start < end && line[start] is (byte)' ' or (byte)'"' or (byte)'\t')
        {
            start++;
        }

        while (end > start && line[end - 1] is (byte)' ' or (byte)'"' or (byte)'\t')
        {
            end--;
        }

        return start..end;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content) => content.StartsWith("\uFEFF"u8) ? content[3..] : content;
}
