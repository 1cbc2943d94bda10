namespace AraWeb.Engine.Models.Trees;

/// <summary>Collects the nodes of one tree, parents before children, and fills in the means of inner nodes at the end.</summary>
internal sealed class TreeWriter
{
    private readonly List<int> _feature = [];
    private readonly List<double> _threshold = [];
    private readonly List<int> _left = [];
    private readonly List<int> _right = [];
    private readonly List<bool> _missingLeft = [];
    private readonly List<double> _value = [];
    private readonly List<double> _cover = [];

    /// <summary>Nodes so far.</summary>
    public int Count => _feature.Count;

    /// <summary>Adds a question; its children are linked as they come.</summary>
    /// <returns>The node's number, to be given as the children's parent.</returns>
    public int Split((int Parent, bool IsLeft) place, int feature, double threshold, bool missingLeft, double cover) =>
        Add(place, feature, threshold, missingLeft, value: 0, cover);

    /// <summary>Adds a leaf.</summary>
    public void Leaf((int Parent, bool IsLeft) place, double value, double cover) => Add(place, DecisionTree.Leaf, 0, missingLeft: false, value, cover);

    /// <summary>The tree.</summary>
    public DecisionTree ToTree()
    {
        for (var node = Count - 1; node >= 0; node--)
        {
            if (_feature[node] == DecisionTree.Leaf)
            {
                continue;
            }

            var (left, right) = (_left[node], _right[node]);
            var weight = _cover[left] + _cover[right];
            var share = weight > 0 ? _cover[left] / weight : 0.5;
            _value[node] = (share * _value[left]) + ((1 - share) * _value[right]);
        }

        return new DecisionTree([.. _feature], [.. _threshold], [.. _left], [.. _right], [.. _missingLeft], [.. _value], [.. _cover]);
    }

    private int Add((int Parent, bool IsLeft) place, int feature, double threshold, bool missingLeft, double value, double cover)
    {
        var node = Count;
        _feature.Add(feature);
        _threshold.Add(threshold);
        _left.Add(0);
        _right.Add(0);
        _missingLeft.Add(missingLeft);
        _value.Add(value);
        _cover.Add(cover);
        if (place.Parent >= 0)
        {
            (place.IsLeft ? _left : _right)[place.Parent] = node;
        }

        return node;
    }
}
