namespace AraWeb.Engine.Features.Kernels.Recurrences;

/// <summary>
/// The latest value that stands out above its neighbours on both sides, known when the last neighbour on the right is there; the one before it; and the rows
/// since it. The greatest so far until there is one. Two of the same reach are equal.
/// </summary>
internal record struct SwingPoint : IRecurrence
{
    private readonly int _left;
    private readonly int _right;
    private readonly double[] _values;
    private int _count;
    private bool _isConfirmed;
    private double _latest;
    private double _earlier;
    private double _age;

    public SwingPoint(int left, int right) => (_left, _right, _values) = (left, right, new double[left + right + 1]);

    public readonly int Outputs => 3;

    public readonly int LeadOf(int output) => 0;

    public readonly bool Equals(SwingPoint other) => _left == other._left && _right == other._right;

    public override readonly int GetHashCode() => HashCode.Combine(_left, _right);

    public void Reset() => (_count, _isConfirmed) = (0, false);

    public void Step(ReadOnlySpan<double> inputs, Span<double> results)
    {
        var value = inputs[0];
        var size = _values.Length;
        var place = _count % size;
        _values[place] = value;
        _age++;
        if (!_isConfirmed && (_count == 0 || value > _latest))
        {
            (_latest, _earlier, _age) = (value, value, 0);
        }

        _count = _count < 2 * size ? _count + 1 : _count - size + 1;
        var middle = place >= _right ? place - _right : place - _right + size;
        if (_count >= size && StandsOut(middle))
        {
            (_earlier, _latest, _age) = (_isConfirmed ? _latest : _values[middle], _values[middle], _right);
            _isConfirmed = true;
        }

        (results[0], results[1], results[2]) = (_latest, _earlier, _age);
    }

    private readonly bool StandsOut(int middle)
    {
        var candidate = _values[middle];
        for (var i = 0; i < _values.Length; i++)
        {
            if (_values[i] >= candidate && i != middle)
            {
                return false;
            }
        }

        return true;
    }
}
