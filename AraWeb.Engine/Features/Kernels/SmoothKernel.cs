using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>
/// Exponential smoothing: value += factor (x - value), begun with the simple average of the first values. An unknown value starts it again.
/// </summary>
internal sealed class SmoothKernel(double factor, int seedLength) : Kernel
{
    private double _value;
    private int _known;

    public override void Reset() => (_value, _known) = (0, 0);

    public override void Run(int from, int to)
    {
        var source = Sources[0].AsSpan(from, to - from);
        var target = Targets[0].AsSpan(from, to - from);
        var (value, known) = (_value, _known);
        for (var i = 0; i < target.Length; i++)
        {
            var x = source[i];
            if (double.IsNaN(x))
            {
                (value, known) = (0, 0);
                target[i] = double.NaN;
            }
            else if (known >= seedLength)
            {
                value += factor * (x - value);
                target[i] = value;
            }
            else
            {
                // The mean of the first values, kept as a mean so that equal values stay exactly what they are.
                known++;
                value += (x - value) / known;
                target[i] = known == seedLength ? value : double.NaN;
            }
        }

        (_value, _known) = (value, known);
    }
}
