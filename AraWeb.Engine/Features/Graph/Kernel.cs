namespace AraWeb.Engine.Features.Graph;

/// <summary>
/// One step of the computation: reads columns, writes columns. The same code serves a whole history and a single new bar: <see cref="Run"/> is called once
/// for many rows or many times for one, so the two agree to the last bit. State that outlives a call must not hold row numbers, since rows move when the
/// sheet slides.
/// </summary>
internal abstract class Kernel
{
    /// <summary>The columns that are read, as arrays; set before the first run.</summary>
    protected double[][] Sources { get; private set; } = [];

    /// <summary>The columns that are written.</summary>
    protected double[][] Targets { get; private set; } = [];

    /// <summary>Receives the arrays of its columns.</summary>
    public void Bind(double[][] sources, double[][] targets) => (Sources, Targets) = (sources, targets);

    /// <summary>Forgets everything: the next row is the first of a series.</summary>
    public virtual void Reset()
    {
    }

    /// <summary>Writes the rows from <paramref name="from"/> up to, without, <paramref name="to"/>. Rows
    /// before them are there as far back as was asked for.</summary>
    public abstract void Run(int from, int to);
}
