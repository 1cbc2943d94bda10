using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>
/// Windows of a training set: for each row the features of its bar and of the bars before it, as floats. What is not known, and bars before the
/// first, count as the
/// column's mean. Infinite features are refused with their column.
/// </summary>
internal sealed class WindowSource
{
    private readonly TrainingSet _data;
    private readonly int _steps;
    private readonly float[] _features;
    private readonly int[] _before;
    private readonly int[] _rows;

    /// <summary>Reads the features.</summary>
    /// <param name="data">Rows.</param>
    /// <param name="steps">Bars of a window.</param>
    /// <exception cref="ModelException">A feature is infinite, or rows share bars and no history says what came before them.</exception>
    public WindowSource(TrainingSet data, int steps)
    {
        (_data, _steps) = (data, steps);
        var width = data.FeatureNames.Count;
        if (data.History is null && !data.Bars.IsEmpty)
        {
            throw new ModelException(
                "A network needs the bars before each row, and the training set has none.", "Give the training set a feature history.");
        }

        _rows = data.History is null ? [.. Enumerable.Range(0, data.Count)] : data.HistoryRows.ToArray();
        _before = data.History is null ? [.. Enumerable.Range(-1, data.Count)] : data.History.Before.ToArray();
        var source = (data.History is null ? data.Features : data.History.Features).Span;

        // Rows after the last one learned from are not looked at, not even for faults.
        var count = _rows.Length == 0 ? 0 : _rows.Max() + 1;
        if (_rows.Length != data.Count || source.Length < (long)count * width || _before.Length < count)
        {
            throw new ModelException(
                $"{data.Count} rows with {_rows.Length} places in a history of {source.Length / Math.Max(1, width)} bars do not fit.",
                "Build the training set and its history from the same panel.");
        }

        _features = new float[(long)count * width];
        for (var i = 0; i < _features.Length; i++)
        {
            var value = source[i];
            if (double.IsInfinity(value))
            {
                throw new ModelException(
                    $"Column {data.FeatureNames[i % width]} is infinite in bar {i / width}.",
                    "Look at the data with 'ara data validate', and leave the column out if it is sound.");
            }

            _features[i] = (float)value;
        }

        (Centre, Spread) = (new float[width], new float[width]);
    }

    /// <summary>[F] means of the columns over the rows measured.</summary>
    public float[] Centre { get; }

    /// <summary>[F] one over their deviations; zero for a column that never changes.</summary>
    public float[] Spread { get; }

    /// <summary>The rows.</summary>
    public TrainingSet Data => _data;

    /// <summary>Measures means and deviations, and takes the means for what is not known.</summary>
    /// <param name="rows">Rows learned from.</param>
    public void Measure(ReadOnlySpan<int> rows)
    {
        var width = Centre.Length;
        for (var column = 0; column < width; column++)
        {
            var (sum, squares, count) = (0.0, 0.0, 0);
            foreach (var row in rows)
            {
                double value = _features[((long)_rows[row] * width) + column];
                if (!double.IsNaN(value))
                {
                    sum += value;
                    squares += value * value;
                    count++;
                }
            }

            var mean = count > 0 ? sum / count : 0;
            var variance = count > 0 ? Math.Max(0, (squares / count) - (mean * mean)) : 0;
            Centre[column] = (float)mean;

            // Below single precision's digits a column is constant.
            Spread[column] = variance > 1e-12 * mean * mean && variance > 0 ? (float)(1 / Math.Sqrt(variance)) : 0;
        }

        for (var i = 0; i < _features.Length; i++)
        {
            if (float.IsNaN(_features[i]))
            {
                _features[i] = Centre[i % width];
            }
        }
    }

    /// <summary>Takes given means for what is not known: those of a network that has learned before.</summary>
    public void Use(ReadOnlySpan<float> centre, ReadOnlySpan<float> spread)
    {
        centre.CopyTo(Centre);
        spread.CopyTo(Spread);
        for (var i = 0; i < _features.Length; i++)
        {
            if (float.IsNaN(_features[i]))
            {
                _features[i] = Centre[i % Centre.Length];
            }
        }
    }

    /// <summary>Writes a row's window.</summary>
    /// <param name="row">The row.</param>
    /// <param name="window">[steps, F] receives it, oldest bar first.</param>
    public void Write(int row, Span<float> window)
    {
        var width = Centre.Length;
        var bar = _rows[row];
        for (var step = _steps - 1; step >= 0; step--)
        {
            var to = window.Slice(step * width, width);
            if (bar < 0)
            {
                Centre.CopyTo(to);
                continue;
            }

            _features.AsSpan(bar * width, width).CopyTo(to);
            bar = _before[bar];
        }
    }

    /// <summary>How far a row's own bar lies from the means, in deviations: how turbulent it is.</summary>
    public float Turbulence(int row)
    {
        var width = Centre.Length;
        var sum = 0f;
        for (var column = 0; column < width; column++)
        {
            var distance = (_features[(_rows[row] * width) + column] - Centre[column]) * Spread[column];
            sum += distance * distance;
        }

        return sum;
    }
}
