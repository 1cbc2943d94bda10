namespace AraWeb.Engine.Volatility.Panel;

/// <summary>
/// Log-HAR over several symbols with market terms: the average log variance of the members present stands beside each member's own terms, and its slopes are
/// drawn to those of the whole panel, in which each member counts with its means taken out (ridge to a pooled estimate; Bollerslev, Hood, Huss and Pedersen
/// 2018 pool outright). It takes one date after the other, so it cannot see ahead. With fewer than five members present on a date, or with two years
/// of rows, the member's own regression speaks. Leaves out weights of members and any choice of which belong together. Not safe for several threads at once.
/// </summary>
public sealed class PanelVolatility
{
    /// <summary>Members with a bar that a date needs to have market terms, and members with a history that the pooled slopes need.</summary>
    public const int LeastPresent = 5;

    /// <summary>Rows that the pooled slopes count for against a member's own: two years of daily bars. docs/volatility.md says what else was tried.</summary>
    internal const double Ridge = 500;

    /// <summary>
    /// Rows that a member needs before the pooled slopes learn from it: two years of daily bars. All members live through the same year, so five times one
    /// year says little more about the market terms than one.
    /// </summary>
    private const int PooledRows = 500;

    private readonly HarSettings _settings;
    private readonly PanelMember[] _members;
    private readonly MarketTerms _market = new();
    private readonly HarRegression[] _pooled;
    private long _newest = long.MinValue;
    private int _sinceFit;

    /// <summary>Makes a panel before its first date.</summary>
    /// <param name="settings">Terms, ridge of the pooled slopes, window and refit interval; the last two in dates.</param>
    /// <param name="anchors">Horizons that have a regression of their own.</param>
    /// <param name="members">S, the number of symbols.</param>
    public PanelVolatility(HarSettings settings, HorizonAnchors anchors, int members)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(anchors);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(members);
        _settings = settings;
        _members = new PanelMember[members];
        for (var s = 0; s < members; s++)
        {
            _members[s] = new PanelMember(settings, anchors);
        }

        _pooled = new HarRegression[anchors.Count];
        for (var k = 0; k < _pooled.Length; k++)
        {
            _pooled[k] = new HarRegression(_members[0].Regression(k).Features, 1, settings.Ridge);
        }
    }

    /// <summary>Takes the finished bars of the next date.</summary>
    /// <param name="date">[S] one per member, all of the same <see cref="VarianceObservation.Time"/>; null where a member has no bar.</param>
    /// <exception cref="ArgumentException">
    /// Another number of members, a time that is not after the date before or not shared, or a variance or return that is not a finite number (a variance
    /// also not above zero): give null for such a bar. The panel is then unchanged.
    /// </exception>
    public void Add(ReadOnlySpan<VarianceObservation?> date)
    {
        var present = Check(date);
        if (present == 0)
        {
            return;
        }

        _market.Add(date, present);
        for (var s = 0; s < _members.Length; s++)
        {
            if (date[s] is { } bar)
            {
                _newest = bar.Time;
                _members[s].Add(bar, _market);
            }
        }

        if (++_sinceFit >= _settings.Refit)
        {
            _sinceFit = 0;
            for (var k = 0; k < _pooled.Length; k++)
            {
                Refit(k);
            }
        }
    }

    /// <summary>Forecasts a member from its newest bar; on later dates without a bar this stays, but for a refit in between.</summary>
    /// <param name="member">Its place in the dates given.</param>
    /// <param name="variances">[H] receives at h - 1 the mean variance per bar over the next h bars, not annualised; NaN without a source.</param>
    /// <returns>What the forecast rests on.</returns>
    /// <exception cref="ArgumentException">More horizons than the farthest anchor.</exception>
    public PanelSource Forecast(int member, Span<double> variances)
    {
        _members[member].Forecast(variances);
        return _members[member].Source;
    }

    private void Refit(int anchor)
    {
        var pooled = _pooled[anchor];
        pooled.Clear();
        var counted = 0;
        foreach (var member in _members)
        {
            var regression = member.Regression(anchor);
            regression.CloseBlock();
            if (regression.Rows >= PooledRows)
            {
                pooled.AddCentred(regression);
                counted++;
            }
        }

        if (counted < LeastPresent)
        {
            return;
        }

        pooled.Fit(LogHar.MinimumRows);
        if (!pooled.IsFitted)
        {
            return;
        }

        foreach (var member in _members)
        {
            member.Regression(anchor).FitTowards(pooled, LogHar.MinimumRows);
        }
    }

    private int Check(ReadOnlySpan<VarianceObservation?> date)
    {
        if (date.Length != _members.Length)
        {
            throw new ArgumentException($"{date.Length} members given; this panel was made for {_members.Length}.", nameof(date));
        }

        var present = 0;
        long? time = null;
        for (var s = 0; s < date.Length; s++)
        {
            if (date[s] is not { } bar)
            {
                continue;
            }

            if (!(bar.Variance > 0) || !double.IsFinite(bar.Variance) || !double.IsFinite(bar.LogReturn))
            {
                throw new ArgumentException($"Member {s} has variance {bar.Variance} and return {bar.LogReturn}; give null for such a bar.", nameof(date));
            }

            if (bar.Time <= _newest || bar.Time != (time ?? bar.Time))
            {
                throw new ArgumentException($"Member {s} has time {bar.Time}; one date has one time, and each comes after the last.", nameof(date));
            }

            time = bar.Time;
            present++;
        }

        return present;
    }
}
