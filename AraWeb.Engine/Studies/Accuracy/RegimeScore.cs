namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>How a detector did over the runs of one setting.</summary>
/// <param name="Accuracy">Mean balanced accuracy.</param>
/// <param name="Error">Its standard error over runs.</param>
/// <param name="Switches">Mean number of changes of state it reports.</param>
/// <param name="TrueSwitches">Mean number of changes in the truth over the same rows.</param>
/// <param name="Runs">Runs.</param>
internal sealed record RegimeScore(double Accuracy, double Error, double Switches, double TrueSwitches, int Runs)
{
    /// <summary>Scores what a detector said of the last rows of each run; runs in which those rows hold one state only are left out.</summary>
    public static RegimeScore Of(IReadOnlyList<RegimeSimulation> runs, IReadOnlyList<int[]> said)
    {
        var (accuracy, squares, switches, truth, count) = (0.0, 0.0, 0.0, 0.0, 0);
        for (var run = 0; run < runs.Count; run++)
        {
            var scored = new RegimeSimulation([], runs[run].States[^said[run].Length..]);
            if (!scored.HasBothStates)
            {
                continue;
            }

            var value = scored.BalancedAccuracy(said[run]);
            count++;
            var step = value - accuracy;
            accuracy += step / count;
            squares += step * (value - accuracy);
            switches += RegimeSimulation.Count(said[run]);
            truth += scored.Switches;
        }

        return new RegimeScore(accuracy, Math.Sqrt(squares / (count - 1) / count), switches / count, truth / count, count);
    }
}
