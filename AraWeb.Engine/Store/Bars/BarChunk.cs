using System.Runtime.InteropServices;

namespace AraWeb.Engine.Store.Bars;

/// <summary>
/// The bytes of one chunk: up to <see cref="Capacity"/> bars, column after column (start, known time, open, high, low, close, volume), eight bytes a
/// value, in the machine's byte order (little-endian on every platform that .NET supports but one mainframe). Not compressed.
/// </summary>
internal static class BarChunk
{
    /// <summary>
    /// Most bars in a chunk. Reads cost a row for each chunk and appending one bar rewrites a chunk: 256 bars (14 KB) keep both in the tens of microseconds.
    /// </summary>
    public const int Capacity = 256;

    private const int BytesPerBar = 7 * sizeof(long);

    /// <summary>Number of bars in a chunk.</summary>
    /// <exception cref="InvalidDataException">Not a whole number of bars.</exception>
    public static int CountOf(ReadOnlySpan<byte> chunk) => chunk.Length % BytesPerBar == 0
        ? chunk.Length / BytesPerBar
        : throw new InvalidDataException($"A chunk of {chunk.Length} bytes does not hold whole bars.");

    /// <summary>[count] starts of the bars.</summary>
    public static ReadOnlySpan<long> TimesOf(ReadOnlySpan<byte> chunk) => MemoryMarshal.Cast<byte, long>(chunk)[..CountOf(chunk)];

    /// <summary>[count] known times.</summary>
    public static ReadOnlySpan<long> KnownAtOf(ReadOnlySpan<byte> chunk) =>
        MemoryMarshal.Cast<byte, long>(chunk).Slice(CountOf(chunk), CountOf(chunk));

    /// <summary>The bytes of some bars.</summary>
    public static byte[] Encode(KnownBars bars, int start, int count)
    {
        var chunk = new byte[count * BytesPerBar];
        var longs = MemoryMarshal.Cast<byte, long>(chunk.AsSpan());
        var doubles = MemoryMarshal.Cast<byte, double>(chunk.AsSpan());
        var columns = bars.Columns;
        columns.Times.AsSpan(start, count).CopyTo(longs);
        bars.KnownAt.AsSpan(start, count).CopyTo(longs[count..]);
        columns.Open.AsSpan(start, count).CopyTo(doubles[(2 * count)..]);
        columns.High.AsSpan(start, count).CopyTo(doubles[(3 * count)..]);
        columns.Low.AsSpan(start, count).CopyTo(doubles[(4 * count)..]);
        columns.Close.AsSpan(start, count).CopyTo(doubles[(5 * count)..]);
        columns.Volume.AsSpan(start, count).CopyTo(doubles[(6 * count)..]);
        return chunk;
    }

    /// <summary>Writes the bars of a chunk into columns from position <paramref name="at"/> on.</summary>
    /// <returns>How many bars were written.</returns>
    public static int Decode(ReadOnlySpan<byte> chunk, KnownBars target, int at)
    {
        var count = CountOf(chunk);
        var longs = MemoryMarshal.Cast<byte, long>(chunk);
        var doubles = MemoryMarshal.Cast<byte, double>(chunk);
        var columns = target.Columns;
        longs[..count].CopyTo(columns.Times.AsSpan(at));
        longs.Slice(count, count).CopyTo(target.KnownAt.AsSpan(at));
        doubles.Slice(2 * count, count).CopyTo(columns.Open.AsSpan(at));
        doubles.Slice(3 * count, count).CopyTo(columns.High.AsSpan(at));
        doubles.Slice(4 * count, count).CopyTo(columns.Low.AsSpan(at));
        doubles.Slice(5 * count, count).CopyTo(columns.Close.AsSpan(at));
        doubles.Slice(6 * count, count).CopyTo(columns.Volume.AsSpan(at));
        return count;
    }
}
