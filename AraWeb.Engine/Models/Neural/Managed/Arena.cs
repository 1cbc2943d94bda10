namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// Gives out pieces of memory that all become free at once. Passes of one network ask for the same pieces in the same order, so from the second on
/// nothing new
/// is allocated. Pieces begin cache lines and are filled up to whole ones.
/// </summary>
internal sealed unsafe class Arena
{
    private const int Chunk = 1 << 20;

    private readonly List<AlignedBuffer> _chunks = [];
    private int _chunk;
    private int _used;

    /// <summary>A piece with whatever was in it.</summary>
    public float* Take(int count)
    {
        var size = checked((count + AlignedBuffer.Line - 1) / AlignedBuffer.Line * AlignedBuffer.Line);
        if (_chunks.Count == 0)
        {
            _chunks.Add(new AlignedBuffer());
        }

        if (_used > 0 && _used + size > _chunks[_chunk].Capacity)
        {
            _chunk++;
            _used = 0;
            if (_chunk == _chunks.Count)
            {
                _chunks.Add(new AlignedBuffer());
            }
        }

        // A chunk that grows is empty: pieces given out stay where they are.
        var first = _used == 0 ? _chunks[_chunk].Take(Math.Max(size, Chunk)) : _chunks[_chunk].Take(0);
        var piece = first + _used;
        _used += size;
        return piece;
    }

    /// <summary>A piece of zeros.</summary>
    public float* TakeZero(int count)
    {
        var piece = Take(count);
        new Span<float>(piece, (count + AlignedBuffer.Line - 1) / AlignedBuffer.Line * AlignedBuffer.Line).Clear();
        return piece;
    }

    /// <summary>Makes all pieces free.</summary>
    public void Clear() => (_chunk, _used) = (0, 0);
}
