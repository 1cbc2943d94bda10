using AraWeb.Engine.Features.Patterns.Charts.Swings;

namespace AraWeb.Engine.Features.Patterns.Charts;

/// <summary>
/// One pass over bars: swings on two scales, rules asked when their trigger fires, shapes that wait for their breakout. A rule has one waiting
/// shape on each scale, the newest. A pattern is reported once for a first bar, so that the two scales do not report one shape twice, and not at
/// all where its target has been passed by the close that confirms it.
/// </summary>
internal sealed class ChartWalk
{
    // Turns of two mean ranges come every ten bars or so on a random walk, turns of four every forty: patterns of weeks and of months on daily bars.
    private static readonly double[] Multiples = [2, 4];

    private readonly ChartBars _bars;
    private readonly (IChartPattern Pattern, PatternSpec Spec)[] _rules;
    private readonly int[][] _asked;
    private readonly List<PatternMatch> _matches;
    private readonly int _firstMatch;
    private readonly SwingTrack[] _tracks = [.. Multiples.Select(multiple => new SwingTrack(multiple))];
    private readonly List<(int Rule, int Scale, Formation Shape)> _waiting = [];
    private int _first;

    /// <summary>Makes a pass.</summary>
    /// <param name="bars">Upright or upside down.</param>
    /// <param name="rules">Rules with the name that they go by on this side.</param>
    /// <param name="matches">Where matches are added.</param>
    public ChartWalk(ChartBars bars, (IChartPattern Pattern, PatternSpec Spec)[] rules, List<PatternMatch> matches)
    {
        (_bars, _rules, _matches, _firstMatch) = (bars, rules, matches, matches.Count);
        _asked =
        [
            .. Enum.GetValues<ChartTrigger>().Select(trigger =>
                Enumerable.Range(0, rules.Length).Where(rule => rules[rule].Pattern.Trigger == trigger).ToArray()),
        ];
        Begin(0);
    }

    /// <summary>Walks over all bars.</summary>
    public void Run()
    {
        for (var now = 0; now < _bars.Close.Length; now++)
        {
            if (double.IsNaN(_bars.Close[now]))
            {
                Begin(now + 1);
                continue;
            }

            Await(now);
            if (_bars.MeanRange[now] > 0)
            {
                Ask(ChartTrigger.Bar, now, scale: -1);
            }

            Turn(now);
        }
    }

    private void Begin(int first)
    {
        _first = first;
        _waiting.Clear();
        foreach (var track in _tracks)
        {
            track.Begin(first);
        }
    }

    private void Turn(int now)
    {
        for (var scale = 0; scale < _tracks.Length; scale++)
        {
            var track = _tracks[scale];
            var isKnown = track.Step(_bars.High.AsSpan(0, now + 1), _bars.Low.AsSpan(0, now + 1), _bars.Close[now], _bars.MeanRange[now]);
            if (isKnown && !track.Swings[^1].IsHigh)
            {
                Ask(ChartTrigger.Bottom, now, scale);
            }

            if (track.Recovered >= 0 && _bars.MeanRange[now] > 0)
            {
                Ask(ChartTrigger.Recovery, now, scale);
            }
        }
    }

    private void Ask(ChartTrigger trigger, int now, int scale)
    {
        var view = new ChartView(_bars, now, _first, scale < 0 ? null : _tracks[scale]);
        foreach (var rule in _asked[(int)trigger])
        {
            var shape = _rules[rule].Pattern.Find(in view);
            if (shape.Exists)
            {
                Replace(rule, scale, in shape, now);
            }
        }
    }

    private void Replace(int rule, int scale, in Formation shape, int now)
    {
        for (var i = _waiting.Count - 1; i >= 0; i--)
        {
            if (_waiting[i].Rule == rule && _waiting[i].Scale == scale)
            {
                _waiting.RemoveAt(i);
            }
        }

        if (!IsSettled(rule, in shape, now))
        {
            _waiting.Add((rule, scale, shape));
        }
    }

    private void Await(int now)
    {
        for (var i = _waiting.Count - 1; i >= 0; i--)
        {
            var (rule, _, shape) = _waiting[i];
            if (IsSettled(rule, in shape, now))
            {
                _waiting.RemoveAt(i);
            }
        }
    }

    // Confirmed, failed or too late: in each case the wait is over.
    private bool IsSettled(int rule, in Formation shape, int now)
    {
        var close = _bars.Close[now];
        var spec = _rules[rule].Spec;
        if (now > shape.LastBar || now - shape.Start >= spec.Bars || close < shape.Failure.At(now))
        {
            return true;
        }

        var breakout = shape.Breakout.At(now);
        if (!(close > breakout))
        {
            return false;
        }

        var target = shape.Target.At(now);
        if (target > close && shape.Stop < breakout && !IsReported(spec.Id, shape.Start, now - spec.Bars))
        {
            var direction = _bars.Sign > 0 ? PatternDirection.Bullish : PatternDirection.Bearish;
            _matches.Add(new PatternMatch(
                spec.Id,
                spec.Kind,
                direction,
                shape.Start,
                now,
                shape.Grade,
                _bars.Sign * breakout,
                _bars.Sign * target,
                _bars.Sign * shape.Stop));
        }

        return true;
    }

    private bool IsReported(string id, int start, int since)
    {
        for (var i = _matches.Count - 1; i >= _firstMatch && _matches[i].End > since; i--)
        {
            if (_matches[i].Start == start && _matches[i].Pattern == id)
            {
                return true;
            }
        }

        return false;
    }
}
