namespace AraWeb.Engine.Evaluation.Overfitting;

/// <summary>
/// Probability of backtest overfitting by combinatorially symmetric cross-validation: Bailey, Borwein, Lopez de Prado and Zhu (2017), "The probability of
/// backtest overfitting". The rows are cut into even blocks; each half of the blocks chooses the trial with the largest Sharpe ratio, the other half ranks
/// it. About 0.5 for trials without skill, near 0 where one is truly better.
/// </summary>
public static class BacktestOverfitting
{
    /// <summary>More blocks than this give more than 184,756 halvings, and no better answer.</summary>
    private const int MaxBlocks = 20;

    /// <summary>Compares all halvings.</summary>
    /// <param name="trials">[N][T] returns of each trial in the same rows, at least two trials: all that were tried.</param>
    /// <param name="blocks">Even number of blocks, from 2 to 20; 16 in the paper. Rows that do not fill the blocks are left out at the start.</param>
    /// <returns>NaN with fewer than two rows a block.</returns>
    /// <exception cref="ArgumentException">Fewer than two trials, lengths that differ, a return that is not finite, or an odd number of blocks.</exception>
    public static OverfittingResult Measure(IReadOnlyList<double[]> trials, int blocks)
    {
        ArgumentNullException.ThrowIfNull(trials);
        Arguments.RequireColumns(trials, trials.Count > 0 ? trials[0].Length : 0, nameof(trials));
        if (trials.Count < 2)
        {
            throw new ArgumentException("One trial cannot be overfitted by choice: give all that were tried.", nameof(trials));
        }

        if (blocks % 2 != 0 || blocks is < 2 or > MaxBlocks)
        {
            throw new ArgumentException($"{blocks} blocks cannot be halved: take an even number from 2 to {MaxBlocks}.", nameof(blocks));
        }

        var size = trials[0].Length / blocks;
        if (size < 2)
        {
            return new OverfittingResult(double.NaN, double.NaN, []);
        }

        TrialBlocks[] columns = [.. trials.Select(returns => new TrialBlocks(returns, blocks, size))];
        var logits = new List<double>();
        var (overfitted, lost) = (0, 0);
        var chosen = new double[columns.Length];
        var judged = new double[columns.Length];
        for (var half = 0u; half < 1u << blocks; half++)
        {
            if (System.Numerics.BitOperations.PopCount(half) != blocks / 2)
            {
                continue;
            }

            for (var trial = 0; trial < columns.Length; trial++)
            {
                chosen[trial] = columns[trial].Sharpe(half);
                judged[trial] = columns[trial].Sharpe(~half);
            }

            var best = Best(chosen);
            var rank = Rank(judged, judged[best]) / (judged.Length + 1);
            logits.Add(Math.Log(rank / (1 - rank)));
            overfitted += rank <= 0.5 ? 1 : 0;
            lost += judged[best] < 0 ? 1 : 0;
        }

        return new OverfittingResult((double)overfitted / logits.Count, (double)lost / logits.Count, [.. logits]);
    }

    private static int Best(double[] sharpes)
    {
        var best = 0;
        for (var i = 1; i < sharpes.Length; i++)
        {
            best = sharpes[i] > sharpes[best] ? i : best;
        }

        return best;
    }

    /// <summary>Place from 1, the smallest first; equal values share the mean of their places.</summary>
    private static double Rank(double[] values, double value)
    {
        var (below, equal) = (0, 0);
        foreach (var other in values)
        {
            below += other < value ? 1 : 0;
            equal += other == value ? 1 : 0;
        }

        return below + ((equal + 1) / 2.0);
    }

    /// <summary>Sums of one trial's returns by block, so that a half costs a few additions.</summary>
    private sealed class TrialBlocks
    {
        private readonly double _origin;
        private readonly int _size;
        private readonly double[] _sums;
        private readonly double[] _squares;
        private readonly double[] _lows;
        private readonly double[] _highs;

        public TrialBlocks(double[] returns, int blocks, int size)
        {
            (_sums, _squares, _lows, _highs) = (new double[blocks], new double[blocks], new double[blocks], new double[blocks]);
            _size = size;
            var first = returns.Length - (blocks * size);
            _origin = returns[first];
            for (var block = 0; block < blocks; block++)
            {
                (_lows[block], _highs[block]) = (double.PositiveInfinity, double.NegativeInfinity);
                for (var i = first + (block * size); i < first + ((block + 1) * size); i++)
                {
                    var value = returns[i] - _origin;
                    _sums[block] += value;
                    _squares[block] += value * value;
                    _lows[block] = Math.Min(_lows[block], value);
                    _highs[block] = Math.Max(_highs[block], value);
                }
            }
        }

        /// <summary>
        /// Sharpe ratio over the blocks whose bits are set. Returns that never differ have an infinite one of their sign, or 0 if they are zero: a trial that
        /// never traded.
        /// </summary>
        public double Sharpe(uint half)
        {
            var (sum, squares, low, high, count) = (0.0, 0.0, double.PositiveInfinity, double.NegativeInfinity, 0);
            for (var block = 0; block < _sums.Length; block++)
            {
                if ((half >> block & 1) == 0)
                {
                    continue;
                }

                sum += _sums[block];
                squares += _squares[block];
                low = Math.Min(low, _lows[block]);
                high = Math.Max(high, _highs[block]);
                count += _size;
            }

            if (low == high)
            {
                var value = low + _origin;
                return value == 0 ? 0 : double.CopySign(double.PositiveInfinity, value);
            }

            var mean = sum / count;
            return (mean + _origin) / Math.Sqrt((squares - (sum * mean)) / (count - 1));
        }
    }
}
