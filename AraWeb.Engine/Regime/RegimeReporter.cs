using AraWeb.Engine.Core;
using AraWeb.Engine.Regime.Hmm;

namespace AraWeb.Engine.Regime;

/// <summary>
/// Reports the newest bar of a <see cref="RegimeTrack"/>: fits a hidden Markov model with Student-t emissions to the bars that the track has seen, from the
/// jump model's states on, and reads probabilities, transitions and durations off it. Takes some milliseconds; the track itself goes on without it.
/// </summary>
public static class RegimeReporter
{
    /// <summary>Names and settings of the hidden Markov model; changes whenever the same bars would give other probabilities.</summary>
    public const string HmmVersion = "hmm-t5-4-1";

    /// <summary>Below this many learned bars a state rests on a few weeks.</summary>
    private const int FewBars = 504;

    /// <summary>Transitions that are added to each count of the jump model's path, so that none starts at zero.</summary>
    private const double CountFloor = 0.5;

    private static readonly HmmSettings Settings = new(RegimeReport.States) { MaxIterations = 100 };

    /// <summary>Reports; null while the track has no state.</summary>
    public static RegimeReport? Report(RegimeTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        if (track.Current is not { } current || track.Model is null || track.Scaler is null)
        {
            return null;
        }

        var columns = track.Columns;
        var count = track.UsableRows(columns);
        var rows = track.Seen.Take(count, columns);
        track.Scaler.Apply(rows, rows);
        var fit = HmmFitter.Refit(rows, Start(track.Model.Centres, rows, Path(track, rows, count)), Settings);
        var model = fit.Model;
        var filtered = new double[count * model.States];
        model.Filter(rows, filtered);
        var (names, profiles) = Describe(track.Seen, model, filtered, count);
        var now = filtered.AsSpan(filtered.Length - model.States);
        var probabilities = Spread(now, names);
        var own = Array.IndexOf(names, current);
        return new RegimeReport(
            current,
            probabilities[(int)current],
            probabilities,
            Transitions(model, names),
            Ahead(model, now, names),
            track.BarsInRegime,
            own < 0 ? double.NaN : model.ExpectedDuration(own),
            Features(track, rows),
            profiles,
            count,
            [RegimeTrack.Version, HmmVersion],
            Warnings(track, fit, current, probabilities, count));
    }

    internal static int[] Path(RegimeTrack track, double[] rows, int count)
    {
        var path = new int[count];
        track.Model!.Decode(rows, path);
        return path;
    }

    /// <summary>The jump model as a hidden Markov model: its centres, the spread of the rows around them, and how often its path changes.</summary>
    internal static HiddenMarkovModel Start(IReadOnlyList<double> centres, double[] rows, int[] path)
    {
        var features = rows.Length / path.Length;
        var states = centres.Count / features;
        var scales = new double[centres.Count];
        var transitions = new double[states * states];
        Array.Fill(transitions, CountFloor);
        var counts = new double[states];
        Array.Fill(counts, CountFloor);
        for (var t = 0; t < path.Length; t++)
        {
            counts[path[t]]++;
            for (var d = 0; d < features; d++)
            {
                var gap = rows[(t * features) + d] - centres[(path[t] * features) + d];
                scales[(path[t] * features) + d] += gap * gap;
            }

            if (t > 0)
            {
                transitions[(path[t - 1] * states) + path[t]]++;
            }
        }

        for (var k = 0; k < states; k++)
        {
            var row = transitions.AsSpan(k * states, states);
            var sum = Numerics.SpanMath.Sum(row);
            for (var j = 0; j < states; j++)
            {
                row[j] /= sum;
            }

            for (var d = 0; d < features; d++)
            {
                scales[(k * features) + d] = Math.Max(HmmMaximizer.VarianceFloor, scales[(k * features) + d] / counts[k]);
            }
        }

        var initial = new double[states];
        Array.Fill(initial, 1.0 / states);
        return new HiddenMarkovModel(initial, transitions, [.. centres], scales, Settings.DegreesOfFreedom);
    }

    private static (RegimeType[] Names, RegimeProfile[] Profiles) Describe(RegimeWindow seen, HiddenMarkovModel model, double[] filtered, int count)
    {
        var states = model.States;
        var (trends, variances, weights) = (new double[states], new double[states], new double[states]);
        var first = seen.Count - count;
        for (var t = 0; t < count; t++)
        {
            for (var k = 0; k < states; k++)
            {
                var probability = filtered[(t * states) + k];
                weights[k] += probability;
                trends[k] += probability * seen.TrendOf(first + t);
                variances[k] += probability * seen.VarianceOf(first + t);
            }
        }

        for (var k = 0; k < states; k++)
        {
            trends[k] /= weights[k];
            variances[k] /= weights[k];
        }

        var names = StateNames.Of(trends, variances);
        var profiles = new RegimeProfile[states];
        for (var k = 0; k < states; k++)
        {
            profiles[k] = new RegimeProfile(names[k], weights[k] / count, trends[k], Math.Sqrt(variances[k]), model.ExpectedDuration(k));
        }

        return (names, [.. profiles.OrderBy(profile => profile.Regime)]);
    }

    /// <summary>[4] by name what is given by number.</summary>
    private static double[] Spread(ReadOnlySpan<double> values, RegimeType[] names)
    {
        var spread = new double[RegimeReport.States];
        for (var k = 0; k < names.Length; k++)
        {
            spread[(int)names[k]] = values[k];
        }

        return spread;
    }

    private static double[] Transitions(HiddenMarkovModel model, RegimeType[] names)
    {
        var matrix = new double[RegimeReport.States * RegimeReport.States];
        Array.Fill(matrix, double.NaN);
        double[] transition = [.. model.Transition];
        for (var k = 0; k < names.Length; k++)
        {
            Spread(transition.AsSpan(k * names.Length, names.Length), names).CopyTo(matrix, (int)names[k] * RegimeReport.States);
        }

        return matrix;
    }

    private static double[] Ahead(HiddenMarkovModel model, ReadOnlySpan<double> now, RegimeType[] names)
    {
        var ahead = new double[RegimeReport.Horizon * RegimeReport.States];
        Span<double> then = stackalloc double[names.Length];
        for (var step = 1; step <= RegimeReport.Horizon; step++)
        {
            model.Forecast(now, step, then);
            Spread(then, names).CopyTo(ahead, (step - 1) * RegimeReport.States);
        }

        return ahead;
    }

    private static RegimeFeature[] Features(RegimeTrack track, double[] rows)
    {
        var columns = track.Columns;
        var newest = rows.AsSpan(rows.Length - columns.Length);
        var features = new RegimeFeature[columns.Length];
        for (var d = 0; d < features.Length; d++)
        {
            var column = columns[d];
            features[d] = new RegimeFeature(RegimeFeatures.Names[column], track.NewestRow[column], newest[d] / RegimeFeatures.Weights[column]);
        }

        return features;
    }

    private static List<string> Warnings(RegimeTrack track, HmmFit fit, RegimeType current, double[] probabilities, int count)
    {
        var warnings = new List<string>();
        if (track.Model!.States < RegimeReport.States)
        {
            warnings.Add($"The bars carry only {track.Model.States} of {RegimeReport.States} states.");
        }

        if (fit.Model.States < track.Model.States)
        {
            warnings.Add($"The hidden Markov model keeps {fit.Model.States} of {track.Model.States} states: the others lost their bars.");
        }

        if (fit.Status == FitStatus.IterationLimit)
        {
            warnings.Add($"The hidden Markov model was still improving after {fit.Iterations} steps.");
        }

        if (count < FewBars)
        {
            warnings.Add($"Only {count} bars to learn from; states become steadier from {FewBars} on.");
        }

        if (track.UnusedBars > 0)
        {
            warnings.Add($"{track.UnusedBars} bars without a usable price or variance were passed over.");
        }

        var likeliest = (RegimeType)Array.IndexOf(probabilities, probabilities.Max());
        if (likeliest != current)
        {
            warnings.Add($"The two detectors disagree: the hidden Markov model finds {likeliest} likelier than {current}.");
        }

        return warnings;
    }
}
