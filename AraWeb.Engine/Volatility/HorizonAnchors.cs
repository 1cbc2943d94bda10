namespace AraWeb.Engine.Volatility;

/// <summary>
/// The horizons at which something is learned. What lies between follows the neighbours: volatility changes smoothly with the horizon, so thirty regressions
/// would say little more than ten.
/// </summary>
public sealed class HorizonAnchors
{
    private readonly int[] _horizons;
    private readonly int[] _positions;
    private readonly double[] _shares;

    /// <summary>Makes anchors.</summary>
    /// <param name="horizons">Bars ahead, ascending, from 1 on.</param>
    /// <exception cref="ArgumentException">They do not start at one or more, or do not ascend.</exception>
    public HorizonAnchors(params ReadOnlySpan<int> horizons)
    {
        for (var i = 0; i < horizons.Length; i++)
        {
            if (horizons[i] <= (i == 0 ? 0 : horizons[i - 1]))
            {
                throw new ArgumentException($"Horizons must ascend from 1; {horizons[i]} does not.", nameof(horizons));
            }
        }

        if (horizons.IsEmpty)
        {
            throw new ArgumentException("At least one horizon is needed.", nameof(horizons));
        }

        _horizons = horizons.ToArray();
        _positions = new int[Farthest + 1];
        _shares = new double[Farthest + 1];
        for (var h = 1; h <= Farthest; h++)
        {
            var position = Array.FindLastIndex(_horizons, anchor => anchor <= h);
            _positions[h] = Math.Max(0, position);
            _shares[h] = position >= 0 && position + 1 < Count
                ? Math.Log((double)h / _horizons[position]) / Math.Log((double)_horizons[position + 1] / _horizons[position])
                : 0;
        }
    }

    /// <summary>The anchors of the live model up to a horizon, which is one itself.</summary>
    public static HorizonAnchors Standard(int farthest)
    {
        ReadOnlySpan<int> all = [1, 2, 3, 5, 7, 10, 14, 20, 25, 30];
        var kept = new List<int>();
        foreach (var horizon in all)
        {
            if (horizon < farthest)
            {
                kept.Add(horizon);
            }
        }

        return new HorizonAnchors([.. kept, farthest]);
    }

    /// <summary>K, the number of anchors.</summary>
    public int Count => _horizons.Length;

    /// <summary>The last anchor.</summary>
    public int Farthest => _horizons[^1];

    /// <summary>The anchor at a position.</summary>
    public int this[int position] => _horizons[position];

    /// <summary>Position of the last anchor that is not beyond a horizon; 0 when all are.</summary>
    public int PositionBelow(int horizon) => _positions[horizon];

    /// <summary>Share of the way from that anchor to the next one, in the log of the horizon; 0 on the anchors.</summary>
    public double ShareAbove(int horizon) => _shares[horizon];

    /// <summary>Fills every horizon from values at the anchors, linear in the log of the horizon between them.</summary>
    /// <param name="anchored">[K] values at the anchors.</param>
    /// <param name="all">[H] receives the values of horizons 1 to H, H at most the farthest anchor.</param>
    /// <exception cref="ArgumentException">More horizons than the farthest anchor.</exception>
    public void Spread(ReadOnlySpan<double> anchored, Span<double> all)
    {
        if (all.Length > Farthest)
        {
            throw new ArgumentException($"{all.Length} horizons asked for; this model was made for {Farthest}.", nameof(all));
        }

        for (var h = 1; h <= all.Length; h++)
        {
            var position = _positions[h];
            var share = _shares[h];
            all[h - 1] = share == 0 ? anchored[position] : anchored[position] + (share * (anchored[position + 1] - anchored[position]));
        }
    }
}
