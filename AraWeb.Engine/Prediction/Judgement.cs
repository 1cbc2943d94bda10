using System.Globalization;
using AraWeb.Engine.Calibration;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Inputs;
using AraWeb.Engine.Prediction.Walk;

namespace AraWeb.Engine.Prediction;

/// <summary>
/// Says what a forecast claims to be, from the past only: no call on inputs that are broken or unlike all that was learned from, no edge where the walk over
/// the symbol's own history did not score better than the baseline, otherwise a call.
/// </summary>
internal static class Judgement
{
    /// <summary>Times the farthest state of the past that a new one may be away before nothing learned speaks of it.</summary>
    private const double FarBeyond = 2;

    private const double Unusual = 0.995;

    /// <summary>What is unusual about the state that the forecast is made in; null when nothing is.</summary>
    public static InputFinding? Novelty(NoveltyScore novelty)
    {
        if (novelty.Distance > FarBeyond * novelty.Farthest)
        {
            return new InputFinding(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The market's state lies {novelty.Distance / novelty.Farthest:F1} times as far from the usual as any before; nothing was learned there."),
                Refuses: true);
        }

        return novelty.Rank >= Unusual
            ? new InputFinding(
                string.Create(CultureInfo.InvariantCulture, $"The market's state is more unusual than {100 * novelty.Rank:F1} % of the past."), Refuses: false)
            : null;
    }

    /// <summary>The verdict.</summary>
    /// <param name="findings">About inputs and state.</param>
    /// <param name="skills">Of the walk, one for each anchor horizon.</param>
    public static Verdict Of(IEnumerable<InputFinding> findings, IReadOnlyList<HindcastSkill> skills)
    {
        if (findings.FirstOrDefault(finding => finding.Refuses) is { } grave)
        {
            return new Verdict(VerdictKind.NoCall, grave.Text);
        }

        var better = skills.Count(skill => skill.Skill > 0);
        return 2 * better > skills.Count
            ? Verdict.Plain
            : new Verdict(
                VerdictKind.NoEdge,
                $"On its own past the method scored better than EWMA with Student-t bands at only {better} of {skills.Count} horizons.");
    }
}
