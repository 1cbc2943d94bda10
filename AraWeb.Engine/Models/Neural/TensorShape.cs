namespace AraWeb.Engine.Models.Neural;

/// <summary>Lengths of one to four dimensions; those that a tensor lacks are 1. The first is the batch where there is one.</summary>
public readonly record struct TensorShape
{
    private TensorShape(int rank, int first, int second, int third, int fourth) => (Rank, First, Second, Third, Fourth) = (rank, first, second, third, fourth);

    /// <summary>A vector.</summary>
    public TensorShape(int first)
        : this(1, first, 1, 1, 1)
    {
    }

    /// <summary>A matrix.</summary>
    public TensorShape(int first, int second)
        : this(2, first, second, 1, 1)
    {
    }

    /// <summary>Three dimensions: sequence, step and column, or the kernel of a convolution.</summary>
    public TensorShape(int first, int second, int third)
        : this(3, first, second, third, 1)
    {
    }

    /// <summary>Four dimensions: sequence, head, asking step and step asked.</summary>
    public TensorShape(int first, int second, int third, int fourth)
        : this(4, first, second, third, fourth)
    {
    }

    /// <summary>Number of dimensions, 1 to 4.</summary>
    public int Rank { get; }

    /// <summary>Length of the first dimension.</summary>
    public int First { get; }

    /// <summary>Length of the second.</summary>
    public int Second { get; }

    /// <summary>Length of the third.</summary>
    public int Third { get; }

    /// <summary>Length of the fourth.</summary>
    public int Fourth { get; }

    /// <summary>Number of elements.</summary>
    public int Count => checked(First * Second * Third * Fourth);

    /// <summary>Length of the last dimension.</summary>
    public int Last => Rank switch { 1 => First, 2 => Second, 3 => Third, _ => Fourth };

    /// <summary>Number of rows of the last dimension.</summary>
    public int Rows => Count / Last;

    /// <summary>The same with another last dimension.</summary>
    public TensorShape WithLast(int last) => Rank switch
    {
        1 => new(last),
        2 => new(First, last),
        3 => new(First, Second, last),
        _ => new(First, Second, Third, last),
    };

    /// <inheritdoc/>
    public override string ToString() => "[" + string.Join(", ", new[] { First, Second, Third, Fourth }.Take(Rank)) + "]";
}
