using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features;

/// <summary>
/// Computes indicators over the bars of one series: a whole history with <see cref="Compute(BarSeries)"/>, then bar by bar with <see cref="Append"/>. Both
/// run the same kernels and agree to the last bit. After construction nothing is allocated but the matrices that are handed out. Keep one for each series
/// that grows; one that only computes histories can go from series to series. Not safe for use by several threads at once.
/// </summary>
public sealed class FeatureCalculator
{
    // Rows computed at a time: few enough that all columns together stay near the processor (1024 take twice as long as 128), many enough
    // that a call costs nothing.
    private const int Block = 128;

    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private readonly FeatureGraph.Node[] _nodes;
    private readonly Column[] _requested;
    private readonly Column[] _kept;
    private readonly FeatureColumn[] _columns;
    private readonly double[][] _sheet;
    private readonly double[] _newest;
    private readonly int _lookback;
    private readonly int _capacity;
    private TradingCalendar _calendar = TradingCalendar.For(AssetClass.Stock);
    private Timeframe _timeframe = Timeframe.OneDay;
    private int _row;

    /// <summary>Composes the formulas.</summary>
    /// <param name="requests">What to compute.</param>
    public FeatureCalculator(IEnumerable<FeatureRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var graph = new FeatureGraph();
        var requested = new List<Column>();
        var columns = new List<FeatureColumn>();
        foreach (var request in requests)
        {
            var built = request.Indicator.Build(graph.Bars, request.Values);
            if (built.Count != request.Spec.Outputs.Length)
            {
                throw new InvalidOperationException($"{request.Spec.Id} builds {built.Count} columns for {request.Spec.Outputs.Length} outputs.");
            }

            for (var i = 0; i < built.Count; i++)
            {
                requested.Add(built[i]);
                columns.Add(new FeatureColumn(request.NameOf(request.Spec.Outputs[i]), request, request.Spec.Outputs[i], built[i].Warmup));
            }
        }

        (_requested, _columns) = ([.. requested], [.. columns]);
        _nodes = [.. graph.Nodes];
        _kept = [.. graph.Columns.Where(column => column.Lookback > 0)];
        _lookback = graph.Columns.Max(column => column.Lookback);
        _capacity = _lookback + Block;
        _sheet = [.. graph.Columns.Select(_ => new double[_capacity])];
        _newest = new double[_columns.Length];
        foreach (var node in _nodes)
        {
            node.Kernel.Bind([.. node.Sources.Select(source => _sheet[source.Index])], [.. node.Targets.Select(target => _sheet[target.Index])]);
        }
    }

    /// <summary>The lines, in the order of the requests and their outputs.</summary>
    public IReadOnlyList<FeatureColumn> Columns => _columns;

    /// <summary>Bars that are needed before every line has its first value.</summary>
    public int Warmup => _columns.Length == 0 ? 0 : _columns.Max(column => column.Warmup) + 1;

    /// <summary>Computes every line over a series, without a benchmark.</summary>
    public FeatureMatrix Compute(BarSeries bars) => Compute(bars, []);

    /// <summary>Computes every line over a series.</summary>
    /// <param name="bars">The history, finished bars only.</param>
    /// <param name="benchmark">[bars] closes of a second instrument, each known when the bar closed; empty for none.</param>
    /// <returns>[bars x lines].</returns>
    /// <exception cref="ArgumentException">The benchmark has another length than the series.</exception>
    public FeatureMatrix Compute(BarSeries bars, ReadOnlySpan<double> benchmark)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var matrix = new FeatureMatrix(_columns, bars.Count);
        Compute(bars, benchmark, matrix);
        return matrix;
    }

    /// <summary>The same into a matrix of an earlier call of this calculator with as many bars.</summary>
    public void Compute(BarSeries bars, ReadOnlySpan<double> benchmark, FeatureMatrix into)
    {
        ArgumentNullException.ThrowIfNull(bars);
        ArgumentNullException.ThrowIfNull(into);
        if (!benchmark.IsEmpty && benchmark.Length != bars.Count)
        {
            throw new ArgumentException($"{benchmark.Length} closes of the benchmark for {bars.Count} bars.", nameof(benchmark));
        }

        if (into.Rows != bars.Count || !ReferenceEquals(into.Columns, _columns))
        {
            throw new ArgumentException("The matrix belongs to another calculator or another number of bars.", nameof(into));
        }

        Begin(bars.AssetClass, bars.Timeframe);
        for (var start = 0; start < bars.Count;)
        {
            MakeRoom();
            var count = Math.Min(_capacity - _row, bars.Count - start);
            Read(bars.Slice(start, count), benchmark.IsEmpty ? [] : benchmark.Slice(start, count));
            Run(count);
            for (var i = 0; i < _requested.Length; i++)
            {
                _sheet[_requested[i].Index].AsSpan(_row - count, count).CopyTo(into.Writable(i)[start..]);
            }

            start += count;
        }
    }

    /// <summary>Starts a new series; <see cref="Append"/> then takes its first bar.</summary>
    public void Begin(AssetClass assetClass, Timeframe timeframe)
    {
        (_calendar, _timeframe, _row) = (TradingCalendar.For(assetClass), timeframe, 0);
        foreach (var node in _nodes)
        {
            node.Kernel.Reset();
        }
    }

    /// <summary>Takes the next finished bar.</summary>
    /// <param name="bar">The bar after the last one taken.</param>
    /// <param name="benchmark">Close of the benchmark known then, or NaN.</param>
    /// <returns>[lines] the values at this bar; overwritten by the next call.</returns>
    public ReadOnlySpan<double> Append(in Bar bar, double benchmark)
    {
        MakeRoom();
        Write(BarField.Open, bar.Open);
        Write(BarField.High, bar.High);
        Write(BarField.Low, bar.Low);
        Write(BarField.Close, bar.Close);
        Write(BarField.Volume, bar.Volume);
        Write(BarField.Session, SessionOf(bar.Time.ToUnixTimeMilliseconds()));
        Write(BarField.Benchmark, benchmark);
        Run(1);
        for (var i = 0; i < _requested.Length; i++)
        {
            _newest[i] = _sheet[_requested[i].Index][_row - 1];
        }

        return _newest;
    }

    private void Write(BarField field, double value) => _sheet[(int)field][_row] = value;

    private void Read(BarSeries bars, ReadOnlySpan<double> benchmark)
    {
        bars.Open.CopyTo(Room(BarField.Open));
        bars.High.CopyTo(Room(BarField.High));
        bars.Low.CopyTo(Room(BarField.Low));
        bars.Close.CopyTo(Room(BarField.Close));
        bars.Volume.CopyTo(Room(BarField.Volume));
        var sessions = Room(BarField.Session);
        for (var i = 0; i < bars.Count; i++)
        {
            sessions[i] = SessionOf(bars.Times[i]);
        }

        if (benchmark.IsEmpty)
        {
            Room(BarField.Benchmark)[..bars.Count].Fill(double.NaN);
        }
        else
        {
            benchmark.CopyTo(Room(BarField.Benchmark));
        }
    }

    private Span<double> Room(BarField field) => _sheet[(int)field].AsSpan(_row);

    private double SessionOf(long milliseconds) => _timeframe.IsIntraday()
        ? _calendar.SessionOf(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), _timeframe).DayNumber - EpochDay
        : Math.Floor(milliseconds / (double)TimeSpan.MillisecondsPerDay);

    private void Run(int count)
    {
        foreach (var node in _nodes)
        {
            node.Kernel.Run(_row, _row + count);
        }

        _row += count;
    }

    // Moves the rows that kernels still look back on to the start of a full sheet.
    private void MakeRoom()
    {
        if (_row < _capacity)
        {
            return;
        }

        foreach (var column in _kept)
        {
            var values = _sheet[column.Index];
            Array.Copy(values, _capacity - column.Lookback, values, _lookback - column.Lookback, column.Lookback);
        }

        _row = _lookback;
    }
}
