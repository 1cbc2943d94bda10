using System.Runtime.InteropServices;

namespace AraWeb.Engine.Features.Patterns.Charts.Swings;

/// <summary>
/// Turning points bar by bar: a top is known when a close lies more than a multiple of the mean range below it, a bottom likewise. They
/// alternate and their bars ascend. Nothing is drawn back: a swing enters the list at the bar whose close makes it known, and stays.
/// </summary>
/// <param name="multiple">How far prices must turn, in mean ranges.</param>
internal sealed class SwingTrack(double multiple)
{
    private readonly List<Swing> _swings = [];
    private readonly Stack<int> _unbroken = new();
    private int _sought;
    private int _highAt;
    private int _lowAt;

    /// <summary>Swings known by now, the oldest first.</summary>
    public ReadOnlySpan<Swing> Swings => CollectionsMarshal.AsSpan(_swings);

    /// <summary>Position among <see cref="Swings"/> of the oldest top that the newest close is the first to exceed, -1 for none.</summary>
    public int Recovered { get; private set; } = -1;

    /// <summary>Forgets everything; the next bar is the first.</summary>
    public void Begin(int first)
    {
        _swings.Clear();
        _unbroken.Clear();
        (_sought, _highAt, _lowAt, Recovered) = (0, first, first, -1);
    }

    /// <summary>Takes in the last bar of the spans.</summary>
    /// <param name="high">Highest prices up to now.</param>
    /// <param name="low">Lowest prices up to now.</param>
    /// <param name="close">Last price now.</param>
    /// <param name="meanRange">Mean range now; no turn is known while it is unknown or zero.</param>
    /// <returns>True when a swing became known.</returns>
    public bool Step(ReadOnlySpan<double> high, ReadOnlySpan<double> low, double close, double meanRange)
    {
        var now = high.Length - 1;
        Recover(close);
        if (_sought >= 0 && (_highAt > now || high[now] > high[_highAt]))
        {
            _highAt = now;
        }

        if (_sought <= 0 && (_lowAt > now || low[now] < low[_lowAt]))
        {
            _lowAt = now;
        }

        if (!(meanRange > 0))
        {
            return false;
        }

        var turn = multiple * meanRange;
        if (_sought >= 0 && _highAt <= now && close < high[_highAt] - turn)
        {
            Add(new Swing(_highAt, high[_highAt], IsHigh: true, high[_highAt] - turn));
            _sought = -1;
            _lowAt = LowestAfter(low, _highAt);
            return true;
        }

        if (_sought <= 0 && _lowAt <= now && close > low[_lowAt] + turn)
        {
            Add(new Swing(_lowAt, low[_lowAt], IsHigh: false, low[_lowAt] + turn));
            _sought = 1;
            _highAt = HighestAfter(high, _lowAt);
            return true;
        }

        return false;
    }

    // The bar after the turn where the turn is the newest bar: it is taken in by the next step.
    private static int LowestAfter(ReadOnlySpan<double> low, int turn)
    {
        var best = turn + 1;
        for (var i = turn + 2; i < low.Length; i++)
        {
            best = low[i] < low[best] ? i : best;
        }

        return best;
    }

    private static int HighestAfter(ReadOnlySpan<double> high, int turn)
    {
        var best = turn + 1;
        for (var i = turn + 2; i < high.Length; i++)
        {
            best = high[i] > high[best] ? i : best;
        }

        return best;
    }

    private void Add(Swing swing)
    {
        _swings.Add(swing);
        if (!swing.IsHigh)
        {
            return;
        }

        while (_unbroken.TryPeek(out var top) && _swings[top].Price <= swing.Price)
        {
            _unbroken.Pop();
        }

        _unbroken.Push(_swings.Count - 1);
    }

    private void Recover(double close)
    {
        Recovered = -1;
        while (_unbroken.TryPeek(out var top) && close > _swings[top].Price)
        {
            Recovered = _unbroken.Pop();
        }
    }
}
