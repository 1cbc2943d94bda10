namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// Floats at a fixed address that begins a cache line, so that no vector of 64 bytes straddles two lines. Grows and never shrinks; growing loses
/// what it held.
/// </summary>
internal sealed unsafe class AlignedBuffer
{
    /// <summary>Floats of a cache line.</summary>
    public const int Line = 16;

    private float[] _floats = [];
    private float* _start;

    /// <summary>Floats that it holds.</summary>
    public int Capacity { get; private set; }

    /// <summary>The first float, after making room for as many.</summary>
    public float* Take(int count)
    {
        if (count > Capacity)
        {
            _floats = GC.AllocateUninitializedArray<float>(checked(count + Line), pinned: true);
            fixed (float* first = _floats)
            {
                // The array lies in the pinned heap, so the address stays when this block ends.
                var bytes = Line * sizeof(float);
                _start = (float*)(((nint)first + bytes - 1) / bytes * bytes);
            }

            Capacity = count;
        }

        return _start;
    }
}
