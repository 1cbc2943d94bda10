using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Validation;

/// <summary>
/// Judges one bar after another by its own four prices and by the bars before it: drops what no forecast may see, repairs a price that is
/// out of proportion to the others, marks what is odd. Keeps the last 250 accepted bars' ranges and returns as its measure.
/// </summary>
internal sealed class PriceRepair(AssetClass assetClass, Timeframe timeframe, DefectLog log)
{
    /// <summary>A price outside low to high by up to so many typical ranges is noise of the feed: the range is widened.</summary>
    private const double SlightRanges = 3;

    /// <summary>Only a price off by more than this factor is called absurd: trades at 40 % of the price were let stand on 6 May 2010.</summary>
    private const double AbsurdFactor = 3;

    /// <summary>A bar that lies this factor away from the close before it, without trading in between, needs bars that confirm it.</summary>
    private const double JumpFactor = 10;

    private const int ConfirmingBars = 3;

    private readonly PriceScale _scale = new(assetClass, timeframe);
    private readonly OddityMarks _marks = new(assetClass, log);
    private readonly double _crashFactor = assetClass == AssetClass.Crypto ? 1000 : 20; // LUNA lost a factor of 200 in a day; no listed share ever lost 20
    private double _previousClose = double.NaN;
    private double _pendingClose = double.NaN;
    private int _pending;

    /// <summary>True with the bar as it may be used; false when it was dropped. The log says which and why.</summary>
    public bool TryAccept(RawBar bar, out RawBar accepted)
    {
        accepted = bar;
        if (!IsUsable(bar) || !TryUncross(ref accepted) || !TryPlaceClose(ref accepted))
        {
            return false;
        }

        PlaceOpen(ref accepted);
        CutWicks(ref accepted);
        if (!IsBelievable(accepted) || !FollowsOn(accepted))
        {
            return false;
        }

        if (!double.IsFinite(accepted.Volume) || accepted.Volume < 0)
        {
            Note(DefectKind.UnreadableVolume, DefectSeverity.Repaired, accepted, "The volume is blank, negative or no number; taken as zero.");
            accepted = accepted with { Volume = 0 };
        }

        _marks.Examine(accepted, _previousClose, _scale);
        _scale.Add(accepted, _previousClose);
        _previousClose = accepted.Close;
        _pending = 0;
        return true;
    }

    private bool IsUsable(RawBar bar)
    {
        if (!double.IsFinite(bar.Open + bar.High + bar.Low + bar.Close))
        {
            Note(DefectKind.UnreadablePrice, DefectSeverity.Dropped, bar, "A price is blank or no number.");
            return false;
        }

        if (bar is not { Open: > 0, High: > 0, Low: > 0, Close: > 0 })
        {
            Note(DefectKind.NonPositivePrice, DefectSeverity.Dropped, bar, $"A price is zero or negative: {Prices(bar)}.");
            return false;
        }

        return true;
    }

    private bool TryUncross(ref RawBar bar)
    {
        if (bar.High >= bar.Low)
        {
            return true;
        }

        var swapped = bar with { High = bar.Low, Low = bar.High };
        if (Math.Min(bar.Open, bar.Close) < swapped.Low || Math.Max(bar.Open, bar.Close) > swapped.High)
        {
            Note(DefectKind.CrossedRange, DefectSeverity.Dropped, bar, $"High {bar.High:G6} is below low {bar.Low:G6}, and exchanging them does not help.");
            return false;
        }

        Note(DefectKind.CrossedRange, DefectSeverity.Repaired, bar, $"High {bar.High:G6} was below low {bar.Low:G6}; they were exchanged.");
        bar = swapped;
        return true;
    }

    private bool TryPlaceClose(ref RawBar bar)
    {
        var excess = PriceScale.Outside(bar.Close, bar.Low, bar.High);
        if (excess <= 0)
        {
            return true;
        }

        if (excess > SlightRanges * _scale.Range)
        {
            Note(DefectKind.OutsideRange, DefectSeverity.Dropped, bar, $"Close {bar.Close:G6} lies far outside {bar.Low:G6} to {bar.High:G6}.");
            return false;
        }

        Note(DefectKind.OutsideRange, DefectSeverity.Repaired, bar, $"Close {bar.Close:G6} lay outside {bar.Low:G6} to {bar.High:G6}; the range was widened.");
        bar = bar with { Low = Math.Min(bar.Low, bar.Close), High = Math.Max(bar.High, bar.Close) };
        return true;
    }

    private void PlaceOpen(ref RawBar bar)
    {
        var excess = PriceScale.Outside(bar.Open, bar.Low, bar.High);
        var isAbsurd = IsAbsurd(bar.Open, bar.Close) && IsAbsurd(bar.Open, _previousClose) && (bar.Open > bar.Close) == (bar.Open > _previousClose);
        if (isAbsurd || IsAbsurdDistance(excess))
        {
            var open = Math.Clamp(double.IsNaN(_previousClose) ? bar.Close : _previousClose, bar.Low, bar.High);
            Note(DefectKind.AbsurdPrice, DefectSeverity.Repaired, bar, $"Open {bar.Open:G6} next to a close of {bar.Close:G6} is absurd; set to {open:G6}.");
            bar = bar with { Open = open };
        }
        else if (excess > SlightRanges * _scale.Range)
        {
            var open = Math.Clamp(bar.Open, bar.Low, bar.High);
            var words = $"Open {bar.Open:G6} lay far outside {bar.Low:G6} to {bar.High:G6}; set to {open:G6}.";
            Note(DefectKind.OutsideRange, DefectSeverity.Repaired, bar, words);
            bar = bar with { Open = open };
        }
        else if (excess > 0)
        {
            var words = $"Open {bar.Open:G6} lay outside {bar.Low:G6} to {bar.High:G6}; the range was widened.";
            Note(DefectKind.OutsideRange, DefectSeverity.Repaired, bar, words);
            bar = bar with { Low = Math.Min(bar.Low, bar.Open), High = Math.Max(bar.High, bar.Open) };
        }
    }

    private void CutWicks(ref RawBar bar)
    {
        var bottom = Math.Min(bar.Open, bar.Close);
        if (IsAbsurdDistance(Math.Log(bottom / bar.Low)))
        {
            var low = bottom * Math.Exp(-_scale.Range);
            Note(DefectKind.AbsurdPrice, DefectSeverity.Repaired, bar, $"Low {bar.Low:G6} below a body of {bottom:G6} is absurd; set to {low:G6}.");
            bar = bar with { Low = low };
        }

        var top = Math.Max(bar.Open, bar.Close);
        if (IsAbsurdDistance(Math.Log(bar.High / top)))
        {
            var high = top * Math.Exp(_scale.Range);
            Note(DefectKind.AbsurdPrice, DefectSeverity.Repaired, bar, $"High {bar.High:G6} above a body of {top:G6} is absurd; set to {high:G6}.");
            bar = bar with { High = high };
        }
    }

    private bool IsBelievable(RawBar bar)
    {
        if (Math.Abs(Math.Log(bar.Close / bar.Open)) <= Math.Log(_crashFactor))
        {
            return true;
        }

        Note(DefectKind.AbsurdPrice, DefectSeverity.Dropped, bar, $"From open {bar.Open:G6} to close {bar.Close:G6} in one bar is no price.");
        return false;
    }

    private bool FollowsOn(RawBar bar)
    {
        var isJump = bar.Low > _previousClose * JumpFactor || bar.High < _previousClose / JumpFactor;
        if (!isJump || _marks.IsLikelySplit(bar, _previousClose, _scale))
        {
            return true;
        }

        _pending = IsAbsurd(bar.Close, _pendingClose) ? 1 : _pending + 1;
        _pendingClose = bar.Close;
        if (_pending < ConfirmingBars)
        {
            Note(
                DefectKind.UnconfirmedJump, DefectSeverity.Dropped, bar,
                $"{Prices(bar)} lies more than a factor of {JumpFactor} from the close before, {_previousClose:G6}.");
            return false;
        }

        Note(
            DefectKind.UnconfirmedJump, DefectSeverity.Suspicious, bar,
            $"The level moved from {_previousClose:G6} to {bar.Close:G6}; {ConfirmingBars} bars agree on it.");
        return true;
    }

    private bool IsAbsurd(double price, double reference) => IsAbsurdDistance(Math.Abs(Math.Log(price / reference)));

    private bool IsAbsurdDistance(double distance) => distance > Math.Log(AbsurdFactor) && distance > PriceScale.AbsurdRanges * _scale.Range;

    private void Note(DefectKind kind, DefectSeverity severity, RawBar bar, string message) => log.Add(kind, severity, bar.Row, bar.Time, message);

    private static string Prices(RawBar bar) => $"open {bar.Open:G6}, high {bar.High:G6}, low {bar.Low:G6}, close {bar.Close:G6}";
}
