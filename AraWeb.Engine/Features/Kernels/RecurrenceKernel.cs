using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>Feeds a recurrence row by row. A row with an unknown value starts it again.</summary>
internal sealed class RecurrenceKernel<T>(T recurrence) : Kernel
    where T : struct, IRecurrence
{
    private const int Widest = 8;

#pragma warning disable IDE0044 // A step changes it; of a read-only field it would change a copy.
    private T _recurrence = recurrence;
#pragma warning restore IDE0044

    public override void Reset() => _recurrence.Reset();

    public override void Run(int from, int to)
    {
        var (sources, targets) = (Sources, Targets);
        Span<double> inputs = stackalloc double[Widest];
        Span<double> results = stackalloc double[Widest];
        inputs = inputs[..sources.Length];
        results = results[..targets.Length];
        for (var row = from; row < to; row++)
        {
            var isKnown = true;
            for (var i = 0; i < inputs.Length; i++)
            {
                inputs[i] = sources[i][row];
                isKnown &= !double.IsNaN(inputs[i]);
            }

            if (isKnown)
            {
                _recurrence.Step(inputs, results);
            }
            else
            {
                _recurrence.Reset();
                results.Fill(double.NaN);
            }

            for (var i = 0; i < results.Length; i++)
            {
                targets[i][row] = results[i];
            }
        }
    }
}
