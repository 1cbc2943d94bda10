using AraWeb.Engine.Core;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Ensemble;

/// <summary>
/// What a pooled model says of one row, member by member. A member that fails or says what is no number is silent here: it counts as saying nothing is known,
/// and is named, so that a forecast can stand on the others and say so.
/// </summary>
public sealed class PoolAnswer
{
    private PoolAnswer(int horizons) => Means = new double[horizons];

    /// <summary>[H] pooled expected returns, in forecast standard deviations.</summary>
    public double[] Means { get; }

    /// <summary>Ids of the members that spoke, in the model's order.</summary>
    public IReadOnlyList<string> Spoke { get; private set; } = [];

    /// <summary>Members that were silent, each with the reason.</summary>
    public IReadOnlyList<string> Silent { get; private set; } = [];

    /// <summary>[H] share of the weights that belongs to members who spoke, 0 to 1; of all members alike where all weights are zero.</summary>
    public IReadOnlyList<double> Heard { get; private set; } = [];

    /// <summary>
    /// [H] agreement of the members, 0 to 1: the size of their weighed mean over the weighed mean of their sizes. One when all lean one way, zero when they
    /// cancel out; by equal weights where all weights are zero. NaN where nobody leans.
    /// </summary>
    public IReadOnlyList<double> Agreement { get; private set; } = [];

    /// <summary>Asks all members about one row.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">[F] values; NaN means unknown.</param>
    /// <param name="regime">The market's state; null while unknown.</param>
    public static PoolAnswer Of(PooledModel model, ReadOnlySpan<double> features, RegimeType? regime)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (horizons, members) = (model.Horizons.Count, model.Members.Count);
        var answer = new PoolAnswer(horizons);
        var columns = new StandardizedForecast[horizons * members];
        var (spoke, silent) = (new List<string>(), new List<string>());
        var said = new StandardizedForecast[horizons];
        for (var m = 0; m < members; m++)
        {
            var fault = Ask(model.Members[m], features, said);
            for (var h = 0; h < horizons; h++)
            {
                columns[(h * members) + m] = fault is null ? said[h] : new StandardizedForecast(double.NaN, double.NaN);
            }

            if (fault is null)
            {
                spoke.Add(model.Members[m].Id);
            }
            else
            {
                silent.Add($"{model.Members[m].Id}: {fault}");
            }
        }

        (answer.Spoke, answer.Silent) = (spoke, silent);
        var (heard, agreement) = (new double[horizons], new double[horizons]);
        for (var h = 0; h < horizons; h++)
        {
            var column = columns.AsSpan(h * members, members);
            answer.Means[h] = model.Weights[h].Pool(column, regime);
            (heard[h], agreement[h]) = Weigh(column, model.Weights[h], regime);
        }

        (answer.Heard, answer.Agreement) = (heard, agreement);
        return answer;
    }

    private static string? Ask(IFittedForecaster member, ReadOnlySpan<double> features, StandardizedForecast[] said)
    {
        try
        {
            member.Predict(features, said);
            return Array.TrueForAll(said, one => double.IsFinite(one.Mean)) ? null : "said what is no number";
        }
        catch (Exception error) when (
            error is AraException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or ArithmeticException)
        {
            return error.Message;
        }
    }

    private static (double Heard, double Agreement) Weigh(ReadOnlySpan<StandardizedForecast> said, PoolWeights weights, RegimeType? regime)
    {
        var usual = weights.In(regime);
        var isNobody = usual.All(weight => weight == 0);
        var (all, heard, sum, sizes) = (0.0, 0.0, 0.0, 0.0);
        for (var m = 0; m < said.Length; m++)
        {
            all += isNobody ? 1 : usual[m];
            if (!double.IsNaN(said[m].Mean))
            {
                var weight = isNobody ? 1 : weights.Of(m, said[m], regime);
                heard += isNobody ? 1 : usual[m];
                sum += weight * said[m].Mean;
                sizes += weight * Math.Abs(said[m].Mean);
            }
        }

        return (heard / all, sizes > 0 ? Math.Abs(sum) / sizes : double.NaN);
    }
}
