using AraWeb.Engine.Numerics;
using AraWeb.Engine.Regime.Hmm;
using AraWeb.Engine.Regime.Jump;

namespace AraWeb.Engine.Regime;

/// <summary>
/// Probabilities for a jump model. It is read as a hidden Markov model with the jump model's centres, one variance v common to all features and states, and
/// the transitions counted on its path: minus the log density of a path is then 1/v times half the squared distances, plus log(stay / change) for each
/// change. That is the jump model's objective over v when v = penalty / log(stay / change), so the likeliest path is the jump model's and nothing is left
/// to choose. The variance comes out larger than that of the rows around their centres, because neighbouring rows of averaged features repeat each other: a
/// model fitted as if they were independent is far too sure (<c>evaluate regime --data</c> shows by how much).
/// </summary>
internal static class JumpPosterior
{
    /// <summary>Transitions that are added to each count, so that none is impossible (Krichevsky and Trofimov 1981).</summary>
    private const double CountFloor = 0.5;

    /// <summary>Makes the hidden Markov model.</summary>
    /// <param name="model">The jump model.</param>
    /// <param name="path">[T] its path over the rows it was fitted to.</param>
    public static HiddenMarkovModel Of(JumpModel model, ReadOnlySpan<int> path)
    {
        var states = model.States;
        var transitions = Transitions(path, states);
        var staying = 0.0;
        for (var k = 0; k < states; k++)
        {
            staying += transitions[(k * states) + k] / states;
        }

        var variance = states > 1 && model.Penalty > 0 ? model.Penalty / Math.Log(staying * (states - 1) / (1 - staying)) : 1;
        var initial = new double[states];
        Array.Fill(initial, 1.0 / states);
        var variances = new double[states * model.Features];

        // A path that changes more often than it stays has no such variance; its penalty was next to nothing.
        Array.Fill(variances, variance > 0 && double.IsFinite(variance) ? variance : 1);
        return new HiddenMarkovModel(initial, transitions, [.. model.Centres], variances, double.PositiveInfinity);
    }

    private static double[] Transitions(ReadOnlySpan<int> path, int states)
    {
        var transitions = new double[states * states];
        Array.Fill(transitions, CountFloor);
        for (var t = 1; t < path.Length; t++)
        {
            transitions[(path[t - 1] * states) + path[t]]++;
        }

        for (var k = 0; k < states; k++)
        {
            var row = transitions.AsSpan(k * states, states);
            var sum = SpanMath.Sum(row);
            for (var j = 0; j < states; j++)
            {
                row[j] /= sum;
            }
        }

        return transitions;
    }
}
