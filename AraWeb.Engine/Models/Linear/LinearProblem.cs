using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// Least squares on standardised columns, per unit of weight: minimise b'Gb / 2 - q'b plus a penalty, with G the matrix of products of the columns (ones on its
/// diagonal) and q their products with a target. Means, scales and fills are those of the rows summed, so a training fold knows nothing of the fold tested.
/// </summary>
internal sealed class LinearProblem
{
    /// <summary>Rounding of one double.</summary>
    private const double Epsilon = 2.220446049250313e-16;

    private readonly LinearColumns _columns;
    private readonly int _size;

    /// <summary>Standardises summed products.</summary>
    /// <param name="columns">What the columns are.</param>
    /// <param name="sums">[width * width] sums over the training rows.</param>
    public LinearProblem(LinearColumns columns, double[] sums)
    {
        (_columns, _size) = (columns, columns.Features);
        var width = columns.PaddedCount;
        Weight = sums[(columns.One * width) + columns.One];
        Shifts = new double[_size];
        Scales = new double[_size];
        for (var j = 0; j < _size; j++)
        {
            var known = Weight - (columns.Marks[j] < 0 ? 0 : sums[(columns.One * width) + columns.Marks[j]]);
            Shifts[j] = known > 0 ? sums[(columns.One * width) + j] / known : 0;
        }

        for (var j = 0; j < _size; j++)
        {
            Scales[j] = Scale(sums[(j * width) + j], Product(sums, j, j), columns.Means[j] + Shifts[j]);
        }

        Gram = new double[_size * _size];
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var value = Scales[i] == 0 || Scales[j] == 0 ? 0 : Product(sums, i, j) / (Weight * Scales[i] * Scales[j]);
                Gram[(i * _size) + j] = Gram[(j * _size) + i] = value;
            }

            Gram[(i * _size) + i] = Scales[i] == 0 ? 0 : 1;
        }

        Centres = new double[columns.Horizons];
        TargetSquares = new double[columns.Horizons];
        Products = new double[columns.Horizons][];
        for (var h = 0; h < columns.Horizons; h++)
        {
            var y = columns.Target(h);
            Centres[h] = sums[(columns.One * width) + y] / Weight;
            TargetSquares[h] = Math.Max(0, (sums[(y * width) + y] / Weight) - (Centres[h] * Centres[h]));
            Products[h] = new double[_size];
            for (var j = 0; j < _size; j++)
            {
                var marked = columns.Marks[j] < 0 ? 0 : sums[(columns.Marks[j] * width) + y];
                var product = sums[(j * width) + y] - (Shifts[j] * (sums[(columns.One * width) + y] - marked));
                Products[h][j] = Scales[j] == 0 ? 0 : product / (Weight * Scales[j]);
            }
        }
    }

    /// <summary>F.</summary>
    public int Size => _size;

    /// <summary>Sum of the weights of the rows.</summary>
    public double Weight { get; }

    /// <summary>[F] means of the known values, beyond those of all rows.</summary>
    public double[] Shifts { get; }

    /// <summary>[F] standard deviations of the filled columns; 0 for a column that is constant or never known.</summary>
    public double[] Scales { get; }

    /// <summary>[F * F] G, row-major; rows of constant columns are zero.</summary>
    public double[] Gram { get; }

    /// <summary>[H] means of the targets, beyond those of all rows.</summary>
    public double[] Centres { get; }

    /// <summary>[H] variances of the targets.</summary>
    public double[] TargetSquares { get; }

    /// <summary>[H][F] q.</summary>
    public double[][] Products { get; }

    /// <summary>Mean squared residual on the training rows.</summary>
    public double Residual(int horizon, ReadOnlySpan<double> coefficients)
    {
        var loss = TargetSquares[horizon];
        for (var j = 0; j < _size; j++)
        {
            if (coefficients[j] != 0)
            {
                var product = SpanMath.Dot(Gram.AsSpan(j * _size, _size), coefficients);
                loss += coefficients[j] * (product - (2 * Products[horizon][j]));
            }
        }

        return Math.Max(0, loss);
    }

    /// <summary>Mean squared error on other rows: a quadratic form in their sums.</summary>
    /// <param name="horizon">Number of the target.</param>
    /// <param name="coefficients">[F] on standardised columns.</param>
    /// <param name="sums">[width * width] sums over the rows tested.</param>
    public double Error(int horizon, ReadOnlySpan<double> coefficients, double[] sums)
    {
        var width = _columns.PaddedCount;
        var form = new double[width];
        form[_columns.Target(horizon)] = 1;
        form[_columns.One] = -Centres[horizon];
        for (var j = 0; j < _size; j++)
        {
            if (coefficients[j] == 0)
            {
                continue;
            }

            var slope = coefficients[j] / Scales[j];
            form[j] = -slope;
            form[_columns.One] += slope * Shifts[j];
            if (_columns.Marks[j] >= 0)
            {
                form[_columns.Marks[j]] = -slope * Shifts[j];
            }
        }

        var error = 0.0;
        for (var i = 0; i < width; i++)
        {
            if (form[i] != 0)
            {
                error += form[i] * SpanMath.Dot(sums.AsSpan(i * width, width), form);
            }
        }

        return Math.Max(0, error / sums[(_columns.One * width) + _columns.One]);
    }

    /// <summary>Sum of products of two columns once both are centred on these rows and their gaps are filled with the mean.</summary>
    private double Product(double[] sums, int i, int j)
    {
        var width = _columns.PaddedCount;
        var (one, markI, markJ) = (_columns.One, _columns.Marks[i], _columns.Marks[j]);
        var (shiftI, shiftJ) = (Shifts[i], Shifts[j]);

        // Both columns are z - shift * (1 - mark), z being zero where the mark is one.
        var product = sums[(i * width) + j] - (shiftJ * sums[(i * width) + one]) - (shiftI * sums[(j * width) + one]) + (shiftI * shiftJ * Weight);
        if (markJ >= 0)
        {
            product += shiftJ * (sums[(i * width) + markJ] - (shiftI * sums[(one * width) + markJ]));
        }

        if (markI >= 0)
        {
            product += shiftI * (sums[(markI * width) + j] - (shiftJ * sums[(markI * width) + one]));
            product += markJ >= 0 ? shiftI * shiftJ * sums[(markI * width) + markJ] : 0;
        }

        return product;
    }

    /// <summary>
    /// Standard deviation; 0 where the variance cannot be told from rounding. The bound is that of the two-pass algorithm (Chan, Golub and LeVeque 1983), with
    /// the share of the sum that centring took away in place of the first term's variance.
    /// </summary>
    private double Scale(double raw, double centred, double mean)
    {
        var rounding = _columns.Rows * Epsilon;
        return centred <= rounding * raw || centred / Weight <= rounding * mean * rounding * mean ? 0 : Math.Sqrt(centred / Weight);
    }
}
