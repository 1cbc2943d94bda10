namespace AraWeb.Engine.Features;

/// <summary>Computed lines over the bars of one series; NaN where a value is not known yet.</summary>
public sealed class FeatureMatrix
{
    private readonly double[][] _values;

    internal FeatureMatrix(IReadOnlyList<FeatureColumn> columns, int rows)
    {
        Columns = columns;
        Rows = rows;
        _values = [.. columns.Select(_ => new double[rows])];
    }

    /// <summary>The lines.</summary>
    public IReadOnlyList<FeatureColumn> Columns { get; }

    /// <summary>Number of bars.</summary>
    public int Rows { get; }

    /// <summary>[<see cref="Rows"/>] values of a line, the oldest first.</summary>
    public ReadOnlySpan<double> this[int column] => _values[column];

    /// <summary>[<see cref="Rows"/>] values of a line by its name.</summary>
    /// <exception cref="ArgumentException">There is no such line.</exception>
    public ReadOnlySpan<double> this[string name]
    {
        get
        {
            for (var i = 0; i < Columns.Count; i++)
            {
                if (string.Equals(Columns[i].Name, name, StringComparison.Ordinal))
                {
                    return _values[i];
                }
            }

            throw new ArgumentException($"There is no line '{name}'.", nameof(name));
        }
    }

    internal Span<double> Writable(int column) => _values[column];
}
