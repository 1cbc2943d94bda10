namespace AraWeb.Engine.Features.Graph;

/// <summary>
/// The columns that some indicators need and the kernels that compute them, in an order in which each finds its inputs ready. Grows while indicators
/// compose their formulas; two nodes of the same operation on the same columns become one.
/// </summary>
internal sealed class FeatureGraph
{
    private readonly List<Column> _columns = [];
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Key, Column[]> _known = [];

    /// <summary>Makes a graph with its input columns.</summary>
    public FeatureGraph()
    {
        foreach (var _ in Enum.GetValues<BarField>())
        {
            _columns.Add(new Column(this, _columns.Count, warmup: 0));
        }

        Bars = new BarInputs(this);
    }

    /// <summary>What comes from outside.</summary>
    public BarInputs Bars { get; }

    /// <summary>All columns, inputs first.</summary>
    public IReadOnlyList<Column> Columns => _columns;

    /// <summary>All steps, in the order of their computation.</summary>
    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>An input.</summary>
    public Column Input(BarField field) => _columns[(int)field];

    /// <summary>Adds a step, unless the same is there.</summary>
    /// <param name="operation">Names the operation with its settings; compared by value.</param>
    /// <param name="sources">What it reads.</param>
    /// <param name="lookback">Earlier rows of the sources that it reads.</param>
    /// <param name="warmup">For each column that it writes, the rows at the start that are NaN.</param>
    /// <param name="kernel">Makes the kernel.</param>
    public Column[] Add(object operation, Column[] sources, int lookback, ReadOnlySpan<int> warmup, Func<Kernel> kernel)
    {
        var key = new Key(operation, At(sources, 0), At(sources, 1), At(sources, 2), At(sources, 3), At(sources, 4));
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        foreach (var source in sources)
        {
            source.Keep(lookback);
        }

        var targets = new Column[warmup.Length];
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] = new Column(this, _columns.Count, warmup[i]);
            _columns.Add(targets[i]);
        }

        _nodes.Add(new Node(kernel(), sources, targets));
        _known.Add(key, targets);
        return targets;
    }

    private static int At(Column[] columns, int position) => position < columns.Length ? columns[position].Index : -1;

    /// <summary>A kernel with the columns that it reads and writes.</summary>
    internal sealed record Node(Kernel Kernel, Column[] Sources, Column[] Targets);

    private readonly record struct Key(object Operation, int First, int Second, int Third, int Fourth, int Fifth);
}
