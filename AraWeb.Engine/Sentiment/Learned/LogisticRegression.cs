using AraWeb.Engine.Core;
using AraWeb.Engine.Numerics.Optimization;

namespace AraWeb.Engine.Sentiment.Learned;

/// <summary>
/// Multinomial logistic regression of the three classes on sparse rows, with a ridge penalty on all weights but the intercepts: minimises the summed log loss
/// plus the squared weights over twice the strength, as scikit-learn's C counts it. Convex, so the seed of nothing matters.
/// </summary>
internal sealed class LogisticRegression
{
    private const int Classes = 3;
    private const int MostIterations = 500;

    /// <summary>Largest gradient, in summed log loss, at which the weights no longer matter for a probability's third digit.</summary>
    private const double Tolerance = 1e-3;

    /// <summary>Takes weights.</summary>
    /// <param name="columns">Columns of a row, F.</param>
    /// <param name="weights">[(F + 1) * 3] class by class within each column, the intercepts last.</param>
    public LogisticRegression(int columns, double[] weights)
    {
        if (weights.Length != (columns + 1) * Classes)
        {
            throw new ModelException("The weights do not fit the columns.", "Train the scorer again.");
        }

        (Columns, Weights) = (columns, weights);
    }

    /// <summary>Columns of a row.</summary>
    public int Columns { get; }

    /// <summary>[(F + 1) * 3] class by class within each column, the intercepts last.</summary>
    public double[] Weights { get; }

    /// <summary>Fits.</summary>
    /// <param name="rows">[N] rows.</param>
    /// <param name="labels">[N] their classes.</param>
    /// <param name="columns">Columns of a row.</param>
    /// <param name="strength">How little is penalised.</param>
    /// <param name="cancellationToken">Checked at each step.</param>
    /// <exception cref="ModelException">All rows are of one class.</exception>
    public static LogisticRegression Fit(
        IReadOnlyList<SparseRow> rows, IReadOnlyList<SentimentClass> labels, int columns, double strength, CancellationToken cancellationToken)
    {
        if (labels.Distinct().Count() < 2)
        {
            throw new ModelException("All texts are of one class, so there is nothing to tell apart.", "Give texts of at least two classes.");
        }

        var weights = new double[(columns + 1) * Classes];
        var minimum = Lbfgs.Minimise(
            (point, gradient) => Loss(rows, labels, columns, strength, point, gradient), weights, Tolerance, MostIterations, cancellationToken);
        return minimum.Residual < 1
            ? new LogisticRegression(columns, weights)
            : throw new ModelException($"The fit ended as {minimum.Status} with a gradient of {minimum.Residual:G3}.", "Penalise more.");
    }

    /// <summary>Probabilities of the classes.</summary>
    /// <param name="row">The row.</param>
    /// <param name="probabilities">[3] receives them.</param>
    public void Predict(in SparseRow row, Span<double> probabilities) => Softmax(row, Columns, Weights, probabilities);

    private static double Loss(
        IReadOnlyList<SparseRow> rows, IReadOnlyList<SentimentClass> labels, int columns, double strength, ReadOnlySpan<double> weights, Span<double> gradient)
    {
        var loss = 0.0;
        for (var i = 0; i < columns * Classes; i++)
        {
            loss += weights[i] * weights[i] / (2 * strength);
            gradient[i] = weights[i] / strength;
        }

        gradient[(columns * Classes)..].Clear();
        Span<double> probabilities = stackalloc double[Classes];
        for (var n = 0; n < rows.Count; n++)
        {
            var row = rows[n];
            loss -= Softmax(row, columns, weights, probabilities)[(int)labels[n]];
            probabilities[(int)labels[n]] -= 1;
            for (var k = 0; k < row.Columns.Length; k++)
            {
                var at = row.Columns[k] * Classes;
                for (var c = 0; c < Classes; c++)
                {
                    gradient[at + c] += row.Values[k] * probabilities[c];
                }
            }

            for (var c = 0; c < Classes; c++)
            {
                gradient[(columns * Classes) + c] += probabilities[c];
            }
        }

        return loss;
    }

    /// <summary>Fills the probabilities and gives their logarithms.</summary>
    private static LogProbabilities Softmax(in SparseRow row, int columns, ReadOnlySpan<double> weights, Span<double> probabilities)
    {
        for (var c = 0; c < Classes; c++)
        {
            probabilities[c] = weights[(columns * Classes) + c];
        }

        for (var k = 0; k < row.Columns.Length; k++)
        {
            var at = row.Columns[k] * Classes;
            for (var c = 0; c < Classes; c++)
            {
                probabilities[c] += row.Values[k] * weights[at + c];
            }
        }

        var most = Math.Max(probabilities[0], Math.Max(probabilities[1], probabilities[2]));
        var sum = Math.Exp(probabilities[0] - most) + Math.Exp(probabilities[1] - most) + Math.Exp(probabilities[2] - most);
        var norm = most + Math.Log(sum);
        var logs = new LogProbabilities(probabilities[0] - norm, probabilities[1] - norm, probabilities[2] - norm);
        for (var c = 0; c < Classes; c++)
        {
            probabilities[c] = Math.Exp(logs[c]);
        }

        return logs;
    }

    private readonly record struct LogProbabilities(double Negative, double Neutral, double Positive)
    {
        public double this[int index] => index == 0 ? Negative : index == 1 ? Neutral : Positive;
    }
}
