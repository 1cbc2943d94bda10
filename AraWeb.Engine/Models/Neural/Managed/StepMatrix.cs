namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>A matrix in memory that is fixed elsewhere.</summary>
/// <param name="Data">The first element's address.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="RowStep">Floats from a row to the next.</param>
/// <param name="Step">Floats from an element to the next in its row.</param>
internal readonly unsafe record struct StepMatrix(nint Data, int Rows, int Columns, nint RowStep, nint Step)
{
    /// <summary>Rows one after the other.</summary>
    public StepMatrix(float* data, int rows, int columns)
        : this((nint)data, rows, columns, columns, 1)
    {
    }

    /// <summary>The same memory with rows and columns exchanged.</summary>
    public StepMatrix Transposed => new(Data, Columns, Rows, Step, RowStep);

    /// <summary>Address of an element.</summary>
    public float* At(int row, int column) => (float*)Data + (row * RowStep) + (column * Step);

    /// <summary>The rows from one on.</summary>
    public StepMatrix From(int row) => this with { Data = (nint)At(row, 0), Rows = Rows - row };
}
