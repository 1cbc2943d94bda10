using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Graph;

/// <content>Row by row.</content>
internal sealed partial class Column
{
    public static Column operator +(Column left, Column right) => left.Combine<Sum>(right);

    public static Column operator +(Column left, double right) => left.WithConstant<Sum>(right, constantFirst: false);

    public static Column operator -(Column left, Column right) => left.Combine<Difference>(right);

    public static Column operator -(Column left, double right) => left.WithConstant<Difference>(right, constantFirst: false);

    public static Column operator -(double left, Column right) => right.WithConstant<Difference>(left, constantFirst: true);

    public static Column operator -(Column column) => column * -1;

    public static Column operator *(Column left, Column right) => left.Combine<Product>(right);

    public static Column operator *(Column left, double right) => left.WithConstant<Product>(right, constantFirst: false);

    public static Column operator *(double left, Column right) => right.WithConstant<Product>(left, constantFirst: true);

    /// <summary>Quotient; unknown where the denominator is exactly zero. <see cref="Over"/> gives such rows a value.</summary>
    public static Column operator /(Column left, Column right) => left.Combine<Quotient>(right);

    public static Column operator /(Column left, double right) => left.WithConstant<Quotient>(right, constantFirst: false);

    public static Column operator /(double left, Column right) => right.WithConstant<Quotient>(left, constantFirst: true);

    /// <summary>Quotient, with a value for rows whose denominator is exactly zero.</summary>
    public Column Over(Column denominator, double whenZero) =>
        Graph.Add((nameof(Over), whenZero), [this, denominator], 0, [Latest(denominator)], () => new SafeQuotientKernel(whenZero))[0];

    /// <summary>The greater of two.</summary>
    public Column Max(Column other) => Combine<Greater>(other);

    /// <summary>The smaller of two.</summary>
    public Column Min(Column other) => Combine<Smaller>(other);

    /// <summary>The value, or the bound where it is below.</summary>
    public Column AtLeast(double bound) => WithConstant<Greater>(bound, constantFirst: false);

    /// <summary>The value, or the bound where it is above.</summary>
    public Column AtMost(double bound) => WithConstant<Smaller>(bound, constantFirst: false);

    /// <summary>Size without sign.</summary>
    public Column Abs() => Apply<Magnitude>();

    /// <summary>Natural logarithm; unknown for values that are not positive.</summary>
    public Column Log() => Map(LogOf);

    /// <summary>Square root; unknown for negative values.</summary>
    public Column Sqrt() => Apply<SquareRoot>();

    /// <summary>The value times itself.</summary>
    public Column Square() => this * this;

    /// <summary>A function of the value; not asked about unknown values. A static lambda or method group is computed once however often it is used.</summary>
    public Column Map(Func<double, double> function) =>
        Graph.Add(function, [this], 0, [Warmup], () => new MapKernel(function))[0];

    /// <summary>A function of two values of the row.</summary>
    public Column Zip(Column second, Func<double, double, double> function) =>
        Graph.Add(function, [this, second], 0, [Latest(second)], () => new ZipKernel(function))[0];

    /// <summary>A function of three values of the row.</summary>
    public Column Zip(Column second, Column third, Func<double, double, double, double> function) =>
        Graph.Add(function, [this, second, third], 0, [Latest(second, third)], () => new Zip3Kernel(function))[0];

    /// <summary>A function of four values of the row.</summary>
    public Column Zip(Column second, Column third, Column fourth, Func<double, double, double, double, double> function) =>
        Graph.Add(function, [this, second, third, fourth], 0, [Latest(second, third, fourth)], () => new Zip4Kernel(function))[0];

    private static double LogOf(double value) => value > 0 ? Math.Log(value) : double.NaN;

    private Column Apply<TOperator>()
        where TOperator : struct, IUnaryOperator => Graph.Add(typeof(TOperator), [this], 0, [Warmup], () => new UnaryKernel<TOperator>())[0];

    private Column Combine<TOperator>(Column other)
        where TOperator : struct, IBinaryOperator =>
        Graph.Add(typeof(TOperator), [this, other], 0, [Latest(other)], () => new BinaryKernel<TOperator>())[0];

    private Column WithConstant<TOperator>(double constant, bool constantFirst)
        where TOperator : struct, IBinaryOperator =>
        Graph.Add((typeof(TOperator), constant, constantFirst), [this], 0, [Warmup], () => new ConstantKernel<TOperator>(constant, constantFirst))[0];

    private int Latest(params ReadOnlySpan<Column> others)
    {
        var latest = Warmup;
        foreach (var other in others)
        {
            latest = Math.Max(latest, other.Warmup);
        }

        return latest;
    }
}
