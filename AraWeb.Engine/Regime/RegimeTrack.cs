using AraWeb.Engine.Core;
using AraWeb.Engine.Regime.Hmm;
using AraWeb.Engine.Regime.Jump;

namespace AraWeb.Engine.Regime;

/// <summary>
/// The state of a market at each bar, by a jump model with four states, and how probable each is. Takes bars one at a time, so it cannot look ahead: the
/// state of a bar follows from a model that was fitted to earlier bars (and at a bar of a refit to that bar) and is never changed afterwards. The model is
/// fitted anew every quarter on a rolling window of ten years, starting from the one before. Not safe for several threads at once.
/// </summary>
public sealed class RegimeTrack
{
    /// <summary>Names and settings of the detector; changes whenever the same bars would give another state.</summary>
    public const string Version = "jump-4-1";

    /// <summary>Bars before the first state: the 50-bar average and half a year to fit on.</summary>
    public const int RequiredBars = 49 + FirstRows;

    /// <summary>Bars that a fit learns from at most: ten years of trading days.</summary>
    public const int Window = 2520;

    private const int FirstRows = 126;
    private const int RefitBars = 63;

    /// <summary>Bars that a new model is led over before it speaks; a change pays off much sooner, so what lies before cannot matter.</summary>
    private const int LeadIn = 252;

    private readonly RegimeFeatures _features = new();
    private readonly RegimeWindow _window = new(Window, RegimeFeatures.Names.Count);
    private readonly double[] _probabilities = new double[RegimeReport.States];
    private JumpFilter? _filter;
    private HmmFilter? _posterior;
    private double[] _row = [];
    private RegimeType[] _names = [];
    private int _sinceFit;
    private int _sinceSearch;
    private int _searchedRows;

    /// <summary>The state at the newest bar; null before <see cref="RequiredBars"/> usable bars.</summary>
    public RegimeType? Current { get; private set; }

    /// <summary>Bars since the state last changed, the newest included.</summary>
    public int BarsInRegime { get; private set; }

    /// <summary>How the latest fit ended; null before the first.</summary>
    public FitStatus? Status { get; private set; }

    /// <summary>Bars that could not be used because close or variance was not a positive number; they keep the state of the bar before.</summary>
    public int UnusedBars { get; private set; }

    /// <summary>[4] filtered probability of each state in the order of <see cref="RegimeType"/>; zeros before the first.</summary>
    public ReadOnlySpan<double> Probabilities => _probabilities;

    /// <summary>The latest model; null before the first fit.</summary>
    internal JumpModel? Model { get; private set; }

    /// <summary>The latest model read as a hidden Markov model; null before the first fit.</summary>
    internal HiddenMarkovModel? Chain { get; private set; }

    /// <summary>Brings rows to the model's scale.</summary>
    internal RowScaler? Scaler { get; private set; }

    /// <summary>The features of the latest model, as columns of <see cref="RegimeFeatures.Names"/>.</summary>
    internal int[] Columns { get; private set; } = [];

    /// <summary>[K] the names of the latest model's states.</summary>
    internal IReadOnlyList<RegimeType> Names => _names;

    /// <summary>What has been seen.</summary>
    internal RegimeWindow Seen => _window;

    /// <summary>The newest row of all features.</summary>
    internal ReadOnlySpan<double> NewestRow => _features.Row;

    /// <summary>Takes the next finished bar.</summary>
    public void Add(in RegimeObservation observation)
    {
        if (!_features.Add(observation))
        {
            UnusedBars++;
            BarsInRegime += Current is null ? 0 : 1;
            return;
        }

        _window.Add(_features.Row, _features.Trend, observation.Variance);
        _sinceFit++;
        _sinceSearch++;
        if (Model is null || _sinceFit >= RefitBars)
        {
            Fit();
        }
        else
        {
            Follow(_features.Row);
        }

        Say();
    }

    /// <summary>[4] distribution of the state some bars ahead, in the order of <see cref="RegimeType"/>; 0 bars for now.</summary>
    /// <param name="bars">Bars ahead, at least 0.</param>
    /// <exception cref="InvalidOperationException">There is no state yet.</exception>
    public double[] Ahead(int bars)
    {
        if (Chain is null || _posterior is null)
        {
            throw new InvalidOperationException("The track has no state yet.");
        }

        var then = new double[_names.Length];
        Chain.Forecast(_posterior.Probabilities, bars, then);
        return StateNames.Spread(then, _names);
    }

    /// <summary>Newest rows in which the trend and all of some features are known.</summary>
    internal int UsableRows(ReadOnlySpan<int> columns)
    {
        var rows = _window.KnownRows(RegimeFeatures.TrendColumn);
        foreach (var column in columns)
        {
            rows = Math.Min(rows, _window.KnownRows(column));
        }

        return rows;
    }

    /// <summary>
    /// Features that enter a fit: known in at least half of the window's rows, so that a young feature does not take away the past, and not constant there.
    /// </summary>
    private int[] Choose()
    {
        var columns = new List<int>();
        for (var d = 0; d < RegimeFeatures.Names.Count; d++)
        {
            var known = _window.KnownRows(d);
            if (known >= FirstRows && 2 * known >= _window.Count && !_window.IsConstant(d, known))
            {
                columns.Add(d);
            }
        }

        return [.. columns];
    }

    private void Fit()
    {
        if (_window.Count < RequiredBars)
        {
            return;
        }

        var columns = Choose();
        var count = UsableRows(columns);
        if (columns.Length == 0 || count < FirstRows)
        {
            return;
        }

        var rows = _window.Take(count, columns);
        double[] weights = [.. columns.Select(column => RegimeFeatures.Weights[column])];
        var scaler = RowScaler.Learn(rows, weights);
        scaler.Apply(rows, rows);
        var settings = new JumpSettings(RegimeReport.States, JumpPenalty.For(weights));
        JumpFit? fit = null;
        if (Model is not null && columns.AsSpan().SequenceEqual(Columns))
        {
            fit = JumpFitter.Refit(rows, Model, settings);
        }

        // A search from many starts is for when there is nothing to start from, or twice as much has been seen since the last, or all of it is new.
        if (fit is null || count >= 2 * _searchedRows || _sinceSearch >= Window)
        {
            var searched = JumpFitter.Fit(rows, columns.Length, settings);
            fit = fit is null || searched.Objective < fit.Objective ? searched : fit;
            (_searchedRows, _sinceSearch) = (count, 0);
        }

        _sinceFit = 0;
        (Model, Scaler, Columns, Status) = (fit.Model, scaler, columns, fit.Model.States < settings.States ? FitStatus.Collapsed : fit.Status);
        _names = Name(fit.Path, fit.Model.States);
        _row = new double[columns.Length];
        Chain = JumpPosterior.Of(fit.Model, fit.Path);
        _filter = new JumpFilter(fit.Model);
        _posterior = new HmmFilter(Chain);
        for (var t = Math.Max(0, count - LeadIn); t < count; t++)
        {
            _filter.Add(rows.AsSpan(t * columns.Length, columns.Length));
            _posterior.Add(rows.AsSpan(t * columns.Length, columns.Length));
        }
    }

    private void Follow(ReadOnlySpan<double> features)
    {
        for (var d = 0; d < _row.Length; d++)
        {
            _row[d] = features[Columns[d]];
        }

        Scaler!.Apply(_row, _row);
        _filter!.Add(_row);
        _posterior!.Add(_row);
    }

    private void Say()
    {
        if (_filter is null || _posterior is null)
        {
            return;
        }

        var state = _names[_filter.State];
        BarsInRegime = state == Current ? BarsInRegime + 1 : 1;
        Current = state;
        Array.Clear(_probabilities);
        for (var k = 0; k < _names.Length; k++)
        {
            _probabilities[(int)_names[k]] = _posterior.Probabilities[k];
        }
    }

    /// <summary>Names for the states of a path over the newest rows.</summary>
    private RegimeType[] Name(int[] path, int states)
    {
        Span<double> means = stackalloc double[states];
        Span<double> variances = stackalloc double[states];
        Span<int> counts = stackalloc int[states];
        means.Clear();
        variances.Clear();
        counts.Clear();
        var first = _window.Count - path.Length;
        for (var t = 0; t < path.Length; t++)
        {
            means[path[t]] += _window.TrendOf(first + t);
            variances[path[t]] += _window.VarianceOf(first + t);
            counts[path[t]]++;
        }

        for (var k = 0; k < states; k++)
        {
            means[k] /= counts[k];
            variances[k] /= counts[k];
        }

        return StateNames.Of(means, variances);
    }
}
