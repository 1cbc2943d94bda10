using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace AraWeb.Engine.Core;

/// <summary>
/// SHA-256 over everything that a result from bars is made from: version of the method, symbol, time frame, and the columns as little-endian 64-bit values.
/// Same hash, same result.
/// </summary>
internal static class BarsHash
{
    /// <summary>The hash, lower-case hexadecimal.</summary>
    public static string Compute(BarSeries bars, string version)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{version}\n{bars.Symbol}\n{bars.Timeframe.Code()}\n{bars.Count}\n"));
        Append(hash, bars.Times);
        Append(hash, MemoryMarshal.Cast<double, long>(bars.Open));
        Append(hash, MemoryMarshal.Cast<double, long>(bars.High));
        Append(hash, MemoryMarshal.Cast<double, long>(bars.Low));
        Append(hash, MemoryMarshal.Cast<double, long>(bars.Close));
        Append(hash, MemoryMarshal.Cast<double, long>(bars.Volume));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<long> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            hash.AppendData(MemoryMarshal.AsBytes(values));
            return;
        }

        Span<byte> bytes = stackalloc byte[sizeof(long)];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
            hash.AppendData(bytes);
        }
    }
}
