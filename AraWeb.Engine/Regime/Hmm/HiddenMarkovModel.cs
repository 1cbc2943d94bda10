using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Regime.Hmm;

/// <summary>
/// A hidden Markov model with any number of states (K), rows of any number of features (D) and, in each state, a Gaussian with diagonal covariance or a
/// multivariate Student-t with diagonal scale. Immutable; fitted by <see cref="HmmFitter"/>. Gives filtered probabilities, the likeliest path and the
/// distribution of later states; probabilities that know later rows are not offered, because no forecast may use them.
/// </summary>
public sealed class HiddenMarkovModel
{
    private const double SumTolerance = 1e-9;

    private readonly HmmLanes _lanes;

    /// <summary>Makes a model of given parameters.</summary>
    /// <param name="initial">[K] probabilities before the first row.</param>
    /// <param name="transition">[K x K] row by row: from the row's state to the column's.</param>
    /// <param name="means">[K x D] state by state.</param>
    /// <param name="squaredScales">[K x D] state by state, positive: the variances of a Gaussian, the squared scales of a t.</param>
    /// <param name="degreesOfFreedom">Of the t; infinite for Gaussian emissions.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a row of probabilities does not add up to 1, or a scale is not positive.</exception>
    public HiddenMarkovModel(
        double[] initial, double[] transition, double[] means, double[] squaredScales, double degreesOfFreedom)
    {
        ArgumentNullException.ThrowIfNull(initial);
        ArgumentNullException.ThrowIfNull(transition);
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(squaredScales);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degreesOfFreedom);
        States = initial.Length;
        if (States == 0 || transition.Length != States * States
            || means.Length == 0 || means.Length % States != 0 || squaredScales.Length != means.Length)
        {
            throw new ArgumentException(
                $"{initial.Length} states, {transition.Length} transitions, {means.Length} means and {squaredScales.Length} scales do not fit.",
                nameof(initial));
        }

        Features = means.Length / States;
        CheckProbabilities(initial, nameof(initial));
        for (var k = 0; k < States; k++)
        {
            CheckProbabilities(transition.AsSpan(k * States, States), nameof(transition));
        }

        foreach (var scale in squaredScales)
        {
            if (!(scale > 0 && double.IsFinite(scale)))
            {
                throw new ArgumentException($"A squared scale is {scale}; it must be positive.", nameof(squaredScales));
            }
        }

        (Initial, Transition, Means, SquaredScales, DegreesOfFreedom) = (initial, transition, means, squaredScales, degreesOfFreedom);
        _lanes = HmmLanes.From(this);
    }

    /// <summary>K.</summary>
    public int States { get; }

    /// <summary>D.</summary>
    public int Features { get; }

    /// <summary>[K] probabilities before the first row.</summary>
    public IReadOnlyList<double> Initial { get; }

    /// <summary>[K x K] row by row: from the row's state to the column's.</summary>
    public IReadOnlyList<double> Transition { get; }

    /// <summary>[K x D] centres, state by state.</summary>
    public IReadOnlyList<double> Means { get; }

    /// <summary>[K x D] squared scales, state by state; the variances where emissions are Gaussian.</summary>
    public IReadOnlyList<double> SquaredScales { get; }

    /// <summary>Of the t; infinite for Gaussian emissions.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>The parameters as kernels read them.</summary>
    internal HmmLanes Lanes => _lanes;

    /// <summary>Rows that a state is expected to last from its first: 1 / (1 - probability of staying).</summary>
    public double ExpectedDuration(int state) => 1 / (1 - Transition[(state * States) + state]);

    /// <summary>
    /// Probabilities of the states at each row given the rows up to it. A row with a value that is not finite counts as not observed.
    /// </summary>
    /// <param name="rows">[T x D] row by row.</param>
    /// <param name="probabilities">[T x K] receives the probabilities.</param>
    /// <returns>The log-likelihood of the rows, in nats.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, or there is no row.</exception>
    public double Filter(ReadOnlySpan<double> rows, Span<double> probabilities)
    {
        var count = CountOf(rows);
        CheckLength(probabilities.Length, count * States, nameof(probabilities));
        var work = new HmmWorkspace(count, _lanes);
        var likelihood = work.Forward(_lanes, rows);
        for (var t = 0; t < count; t++)
        {
            work.Probabilities.AsSpan(t * _lanes.Width, States).CopyTo(probabilities[(t * States)..]);
        }

        return likelihood;
    }

    /// <summary>The single likeliest path through the states given all rows (Viterbi 1967): for looking back, not for forecasts.</summary>
    /// <param name="rows">[T x D] row by row.</param>
    /// <param name="path">[T] receives the states.</param>
    /// <returns>The log of the joint density of rows and path.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, or there is no row.</exception>
    public double Decode(ReadOnlySpan<double> rows, Span<int> path)
    {
        var count = CountOf(rows);
        CheckLength(path.Length, count, nameof(path));
        var work = new HmmWorkspace(count, _lanes);
        var offset = Emissions.Fill(_lanes, rows, work.Densities, work.Weights);
        return offset + LikeliestPath.Find(_lanes, work.Densities, path);
    }

    /// <summary>The distribution of the state some rows ahead.</summary>
    /// <param name="probabilities">[K] the distribution now.</param>
    /// <param name="steps">Rows ahead, at least 0.</param>
    /// <param name="ahead">[K] receives the distribution then.</param>
    /// <exception cref="ArgumentException">Lengths do not fit or steps are negative.</exception>
    public void Forecast(ReadOnlySpan<double> probabilities, int steps, Span<double> ahead)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        CheckLength(probabilities.Length, States, nameof(probabilities));
        CheckLength(ahead.Length, States, nameof(ahead));
        Span<double> now = stackalloc double[States];
        probabilities.CopyTo(ahead);
        for (var step = 0; step < steps; step++)
        {
            ahead.CopyTo(now);
            for (var j = 0; j < States; j++)
            {
                ahead[j] = 0;
                for (var i = 0; i < States; i++)
                {
                    ahead[j] += now[i] * Transition[(i * States) + j];
                }
            }
        }
    }

    private static void CheckProbabilities(ReadOnlySpan<double> row, string name)
    {
        var isFine = Math.Abs(SpanMath.Sum(row) - 1) <= SumTolerance && SpanMath.Min(row) >= 0;
        if (!isFine)
        {
            throw new ArgumentException($"Probabilities must not be negative and must add up to 1: {string.Join(", ", row.ToArray())}.", name);
        }
    }

    private static void CheckLength(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{length} places for {expected} values.", name);
        }
    }

    private int CountOf(ReadOnlySpan<double> rows) => rows.Length > 0 && rows.Length % Features == 0
        ? rows.Length / Features
        : throw new ArgumentException($"{rows.Length} values are not rows of {Features} features.", nameof(rows));
}
