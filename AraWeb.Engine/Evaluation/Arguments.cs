namespace AraWeb.Engine.Evaluation;

/// <summary>What methods over whole arrays refuse, with the name of the argument and the place in it.</summary>
internal static class Arguments
{
    /// <summary>Refuses NaN and infinities.</summary>
    public static void RequireFinite(ReadOnlySpan<double> values, string name)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException($"Value {i} is {values[i]}: leave out rows whose outcome or forecast is unknown.", name);
            }
        }
    }

    /// <summary>Refuses what is not a probability.</summary>
    public static void RequireProbabilities(ReadOnlySpan<double> values, string name)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] is >= 0 and <= 1))
            {
                throw new ArgumentException($"Value {i} is {values[i]}, not a probability: leave out rows that are unknown.", name);
            }
        }
    }

    /// <summary>Refuses arrays of different lengths.</summary>
    public static void RequireLength(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{length} values where {expected} are needed, one for each row.", name);
        }
    }

    /// <summary>Refuses no columns, columns of another length and values that are not finite.</summary>
    public static void RequireColumns(IReadOnlyList<double[]> columns, int rows, string name)
    {
        if (columns.Count == 0)
        {
            throw new ArgumentException("At least one column is needed.", name);
        }

        for (var column = 0; column < columns.Count; column++)
        {
            if (columns[column].Length != rows)
            {
                throw new ArgumentException($"Column {column} has {columns[column].Length} rows, not {rows}.", name);
            }

            for (var row = 0; row < rows; row++)
            {
                if (!double.IsFinite(columns[column][row]))
                {
                    throw new ArgumentException($"Row {row} of column {column} is {columns[column][row]}: leave out rows that one of the columns lacks.", name);
                }
            }
        }
    }

    /// <summary>Refuses a level of confidence outside (0, 1).</summary>
    public static void RequireLevel(double level, string name)
    {
        if (!(level is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(name, level, "A level lies between 0 and 1, for example 0.95.");
        }
    }
}
