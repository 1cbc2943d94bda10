namespace AraWeb.Engine.Features.Kernels.Recurrences;

/// <summary>Compounds returns of the bars whose volume rose, or of those whose volume fell, from 1000 on. Inputs: close, volume.</summary>
/// <param name="OnRise">True for the positive index, false for the negative one.</param>
internal record struct VolumeIndex(bool OnRise) : IRecurrence
{
    private const double Start = 1000;

    private double _closeBefore;
    private double _volumeBefore;
    private double _level;
    private bool _hasBefore;

    public readonly int LeadOf(int output) => 0;

    public void Reset() => this = new VolumeIndex(OnRise);

    public void Step(ReadOnlySpan<double> inputs, Span<double> results)
    {
        var (close, volume) = (inputs[0], inputs[1]);
        if (!_hasBefore)
        {
            _level = Start;
        }
        else if ((OnRise ? volume > _volumeBefore : volume < _volumeBefore) && _closeBefore != 0)
        {
            _level *= close / _closeBefore;
        }

        (_closeBefore, _volumeBefore, _hasBefore) = (close, volume, true);
        results[0] = _level;
    }
}
