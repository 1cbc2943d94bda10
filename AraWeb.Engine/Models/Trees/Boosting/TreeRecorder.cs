namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Writes down a tree while it grows, children after their parent.</summary>
internal sealed class TreeRecorder
{
    private readonly List<int> _feature = [DecisionTree.Leaf];
    private readonly List<double> _threshold = [0];
    private readonly List<int> _left = [0];
    private readonly List<int> _right = [0];
    private readonly List<bool> _missingLeft = [false];
    private readonly List<double> _value = [0];
    private readonly List<double> _cover = [0];

    /// <summary>Turns a leaf into a question; returns the left child, the right one comes after it.</summary>
    public int Split(int node, int feature, double threshold, bool missingLeft)
    {
        var left = _feature.Count;
        (_feature[node], _threshold[node], _missingLeft[node], _left[node], _right[node]) = (feature, threshold, missingLeft, left, left + 1);
        for (var child = 0; child < 2; child++)
        {
            _feature.Add(DecisionTree.Leaf);
            _threshold.Add(0);
            _left.Add(0);
            _right.Add(0);
            _missingLeft.Add(false);
            _value.Add(0);
            _cover.Add(0);
        }

        return left;
    }

    /// <summary>Says what a leaf adds and what weight reached it.</summary>
    public void SetLeaf(int node, double value, double cover) => (_value[node], _cover[node]) = (value, cover);

    /// <summary>The tree; what lies above leaves gets their sums and means.</summary>
    public DecisionTree Finish()
    {
        for (var node = _feature.Count - 1; node >= 0; node--)
        {
            if (_feature[node] == DecisionTree.Leaf)
            {
                continue;
            }

            var (left, right) = (_left[node], _right[node]);
            var cover = _cover[left] + _cover[right];
            _cover[node] = cover;
            _value[node] = cover > 0
                ? ((_value[left] * _cover[left]) + (_value[right] * _cover[right])) / cover
                : (_value[left] + _value[right]) / 2;
        }

        return new DecisionTree([.. _feature], [.. _threshold], [.. _left], [.. _right], [.. _missingLeft], [.. _value], [.. _cover]);
    }
}
