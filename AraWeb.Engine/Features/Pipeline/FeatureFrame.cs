using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features.Pipeline;

/// <summary>Named columns over the bars of one instrument, each value known when its bar has closed; NaN where it is not known.</summary>
public sealed class FeatureFrame
{
    private readonly double[][] _columns;

    /// <summary>Makes a frame; the arrays are not copied.</summary>
    /// <exception cref="ArgumentException">Columns differ in length, or two have one name.</exception>
    public FeatureFrame(Symbol symbol, int rows, IEnumerable<FeatureValues> columns)
    {
        var all = columns.ToArray();
        foreach (var column in all)
        {
            if (column.Values.Length != rows)
            {
                throw new ArgumentException($"Column '{column.Name}' has {column.Values.Length} values for {rows} rows.", nameof(columns));
            }
        }

        if (all.Select(column => column.Name).Distinct(StringComparer.Ordinal).Count() < all.Length)
        {
            var twice = all.GroupBy(column => column.Name, StringComparer.Ordinal).First(group => group.Count() > 1).Key;
            throw new ArgumentException($"Two columns are called '{twice}'.", nameof(columns));
        }

        Symbol = symbol;
        Rows = rows;
        Names = [.. all.Select(column => column.Name)];
        _columns = [.. all.Select(column => column.Values)];
    }

    /// <summary>Whose bars the rows are.</summary>
    public Symbol Symbol { get; }

    /// <summary>Number of bars.</summary>
    public int Rows { get; }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>[<see cref="Rows"/>] values of a column.</summary>
    public ReadOnlySpan<double> this[int column] => _columns[column];
}
