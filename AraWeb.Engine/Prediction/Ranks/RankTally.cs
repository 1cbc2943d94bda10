using System.Numerics;

namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>
/// Counts the classes of many draws. A draw is sorted as whole numbers that hold the outcome's leading bits and, in the last ones, the asset: outcomes that
/// agree in all but those last bits are ties and share their classes like equal outcomes.
/// </summary>
internal sealed class RankTally
{
    private readonly double[] _counts;
    private readonly long[] _keys;
    private readonly long _assetMask;
    private double _draws;

    /// <summary>Makes an empty tally.</summary>
    public RankTally(int assets)
    {
        _counts = new double[assets * RankClasses.Count];
        _keys = new long[assets];
        _assetMask = (long)BitOperations.RoundUpToPowerOf2((uint)assets) - 1;
    }

    /// <summary>Takes one draw.</summary>
    /// <param name="outcome">[assets] without NaN.</param>
    /// <param name="isMirrored">True to count the draw's negative too.</param>
    public void Add(ReadOnlySpan<double> outcome, bool isMirrored)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            // Adding zero makes -0 a 0, which must tie. A negative double's bits fall where the number rises; flipping all but the sign mends that.
            var bits = BitConverter.DoubleToInt64Bits(outcome[i] + 0.0);
            _keys[i] = ((bits ^ ((bits >> 63) & long.MaxValue)) & ~_assetMask) | (long)i;
        }

        Array.Sort(_keys);
        var perClass = _keys.Length / RankClasses.Count;
        for (var start = 0; start < _keys.Length;)
        {
            var end = start + 1;
            while (end < _keys.Length && (_keys[end] | _assetMask) == (_keys[start] | _assetMask))
            {
                end++;
            }

            if (end == start + 1)
            {
                Count(start, start / perClass, 1, isMirrored);
            }
            else
            {
                Share(start, end, perClass, isMirrored);
            }

            start = end;
        }

        _draws += isMirrored ? 2 : 1;
    }

    /// <summary>[assets * 5] shares of the draws so far.</summary>
    public double[] Probabilities()
    {
        var shares = new double[_counts.Length];
        for (var k = 0; k < shares.Length; k++)
        {
            shares[k] = _counts[k] / _draws;
        }

        return shares;
    }

    private void Share(int start, int end, int perClass, bool isMirrored)
    {
        for (var k = start / perClass; k <= (end - 1) / perClass; k++)
        {
            var places = Math.Min(end, (k + 1) * perClass) - Math.Max(start, k * perClass);
            for (var i = start; i < end; i++)
            {
                Count(i, k, (double)places / (end - start), isMirrored);
            }
        }
    }

    private void Count(int place, int rankClass, double share, bool isMirrored)
    {
        var asset = (int)(_keys[place] & _assetMask) * RankClasses.Count;
        _counts[asset + rankClass] += share;
        if (isMirrored)
        {
            _counts[asset + RankClasses.Count - 1 - rankClass] += share;
        }
    }
}
