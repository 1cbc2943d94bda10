using AraWeb.Engine.Core;
using AraWeb.Engine.Regime.Hmm;

namespace AraWeb.Engine.Regime;

/// <summary>
/// Reports the newest bar of a <see cref="RegimeTrack"/>: transitions, durations and the states ahead from the jump model, and a second opinion by a hidden
/// Markov model with Student-t emissions that is fitted to the bars the track has seen. Takes some milliseconds; the track itself goes on without it.
/// </summary>
public static class RegimeReporter
{
    /// <summary>Names and settings of the hidden Markov model; changes whenever the same bars would give other probabilities.</summary>
    public const string HmmVersion = "hmm-t5-4-1";

    /// <summary>The jump model that sees the market's columns too.</summary>
    public const string MarketVersion = $"{RegimeTrack.Version}-market";

    /// <summary>Below this many learned bars, two years of trading days, a state rests on a few months.</summary>
    private const int FewBars = 504;

    /// <summary>Reports; null while the track has no state.</summary>
    public static RegimeReport? Report(RegimeTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        if (track is not { Current: { } current, Model: { } model, Chain: { } chain, Scaler: { } scaler, Status: { } status })
        {
            return null;
        }

        var count = track.UsableRows(track.Columns);
        var rows = track.Seen.Take(count, track.Columns);
        scaler.Apply(rows, rows);
        var path = new int[count];
        model.Decode(rows, path);
        var profiles = Profiles(track, chain, path);
        var opinion = HmmOpinion.Of(track, rows);
        var second = opinion.Ahead(0);
        var likeliest = (RegimeType)Array.IndexOf(second, second.Max());
        var probabilities = track.Probabilities.ToArray();
        return new RegimeReport(
            current,
            probabilities[(int)current],
            probabilities,
            Transitions(chain, track.Names),
            Ahead(track),
            track.BarsInRegime,
            profiles.First(profile => profile.Regime == current).ExpectedDuration,
            Features(track, rows),
            profiles,
            count,
            [
                new DetectorView(RegimeTrack.Version, current, probabilities, status),
                new DetectorView(HmmVersion, likeliest, second, opinion.Fit.Status),
            ],
            Warnings(track, profiles, opinion.Fit, likeliest, count));
    }

    /// <summary>Adds the view of a track that was given the market's columns, and those features; the same report when that track knows none of them.</summary>
    internal static RegimeReport WithMarket(RegimeReport report, RegimeTrack wider)
    {
        if (wider is not { Current: { } current, Scaler: { } scaler, Status: { } status }
            || !wider.Columns.Any(column => RegimeFeatures.IsOfMarket(column)))
        {
            return report;
        }

        var rows = wider.Seen.Take(wider.UsableRows(wider.Columns), wider.Columns);
        scaler.Apply(rows, rows);
        return report with
        {
            Features = [.. report.Features, .. Features(wider, rows).Where(feature => RegimeFeatures.IsOfMarket(RegimeFeatures.PositionOf(feature.Name)))],
            Detectors = [.. report.Detectors, new DetectorView(MarketVersion, current, wider.Probabilities.ToArray(), status)],
        };
    }

    /// <summary>What bars of each state were like, by name.</summary>
    private static RegimeProfile[] Profiles(RegimeTrack track, HiddenMarkovModel chain, int[] path)
    {
        var states = chain.States;
        var (trends, variances, counts) = (new double[states], new double[states], new int[states]);
        var first = track.Seen.Count - path.Length;
        for (var t = 0; t < path.Length; t++)
        {
            trends[path[t]] += track.Seen.TrendOf(first + t);
            variances[path[t]] += track.Seen.VarianceOf(first + t);
            counts[path[t]]++;
        }

        var profiles = new RegimeProfile[states];
        for (var k = 0; k < states; k++)
        {
            var share = (double)counts[k] / path.Length;
            profiles[k] = new RegimeProfile(
                track.Names[k], share, trends[k] / counts[k], Math.Sqrt(variances[k] / counts[k]), chain.ExpectedDuration(k));
        }

        return [.. profiles.OrderBy(profile => profile.Regime)];
    }

    private static double[] Transitions(HiddenMarkovModel chain, IReadOnlyList<RegimeType> names)
    {
        var matrix = new double[RegimeReport.States * RegimeReport.States];
        Array.Fill(matrix, double.NaN);
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = 0; j < names.Count; j++)
            {
                matrix[((int)names[i] * RegimeReport.States) + (int)names[j]] = chain.Transition[(i * names.Count) + j];
            }
        }

        return matrix;
    }

    private static double[] Ahead(RegimeTrack track)
    {
        var ahead = new double[RegimeReport.Horizon * RegimeReport.States];
        for (var step = 1; step <= RegimeReport.Horizon; step++)
        {
            track.Ahead(step).CopyTo(ahead, (step - 1) * RegimeReport.States);
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

    private static List<string> Warnings(RegimeTrack track, RegimeProfile[] profiles, HmmFit fit, RegimeType second, int count)
    {
        var warnings = new List<string>();
        var states = track.Model!.States;
        if (states < RegimeReport.States)
        {
            warnings.Add($"The bars carry only {states} of {RegimeReport.States} states.");
        }

        if (count < FewBars)
        {
            warnings.Add($"Only {count} bars to learn from; states become steadier from {FewBars} on.");
        }

        if (track.UnusedBars > 0)
        {
            warnings.Add($"{track.UnusedBars} bars without a usable price or variance were passed over.");
        }

        if (profiles.Any(profile => profile is { Regime: RegimeType.Bear, Trend: > 0 }))
        {
            warnings.Add("Prices rose in every calm state on average: Bear is the one in which they rose least for their swings.");
        }

        if (profiles.Any(profile => profile is { Regime: RegimeType.Bull, Trend: < 0 }))
        {
            warnings.Add("Prices fell in every calm state on average: Bull is the one in which they fell least for their swings.");
        }

        if (fit.Status == FitStatus.Collapsed)
        {
            warnings.Add($"The hidden Markov model finds only {fit.Model.States} states.");
        }

        if (second != track.Current)
        {
            warnings.Add($"The hidden Markov model finds another state likelier: {second}.");
        }

        return warnings;
    }
}
