namespace AraWeb.Engine.Regime.Hmm;

/// <summary>The path with the largest joint density (Viterbi 1967), on logarithms, so nothing can underflow.</summary>
internal static class LikeliestPath
{
    /// <summary>Finds the path; of equal ones that through the state with the lowest number.</summary>
    /// <param name="lanes">Gives the initial and the transition probabilities.</param>
    /// <param name="densities">[T x Width] of each row in each state, up to a factor per row.</param>
    /// <param name="path">[T] receives the states.</param>
    /// <returns>The log of the path's probability times its densities.</returns>
    public static double Find(HmmLanes lanes, ReadOnlySpan<double> densities, Span<int> path)
    {
        var (states, width) = (lanes.States, lanes.Width);
        var logTransition = new double[states * states];
        for (var i = 0; i < states; i++)
        {
            for (var j = 0; j < states; j++)
            {
                logTransition[(i * states) + j] = Math.Log(lanes.Transition[(i * width) + j]);
            }
        }

        var origins = new int[path.Length * states];
        var best = new double[states];
        var next = new double[states];
        for (var k = 0; k < states; k++)
        {
            best[k] = Math.Log(lanes.Initial[k]) + Math.Log(densities[k]);
        }

        for (var t = 1; t < path.Length; t++)
        {
            for (var k = 0; k < states; k++)
            {
                var from = 0;
                var value = best[0] + logTransition[k];
                for (var i = 1; i < states; i++)
                {
                    var rival = best[i] + logTransition[(i * states) + k];
                    if (rival > value)
                    {
                        (value, from) = (rival, i);
                    }
                }

                origins[(t * states) + k] = from;
                next[k] = value + Math.Log(densities[(t * width) + k]);
            }

            (best, next) = (next, best);
        }

        var last = 0;
        for (var k = 1; k < states; k++)
        {
            last = best[k] > best[last] ? k : last;
        }

        path[^1] = last;
        for (var t = path.Length - 1; t > 0; t--)
        {
            path[t - 1] = origins[(t * states) + path[t]];
        }

        return best[last];
    }
}
