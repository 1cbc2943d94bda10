namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// A right factor laid out for the tiles: panels of <see cref="MatrixProduct.Panel"/> columns one after the other, in each the rows one after the other; the
/// last panel is filled up with zeros.
/// </summary>
/// <param name="Data">The first panel; lies in the buffer of the one who packed it.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns without the filling.</param>
internal readonly unsafe record struct PackedMatrix(nint Data, int Rows, int Columns)
{
    /// <summary>A panel's first element.</summary>
    public float* PanelAt(int panel) => (float*)Data + ((nint)panel * Rows * MatrixProduct.Panel);

    /// <summary>Floats that a matrix takes when packed.</summary>
    public static int SizeOf(int rows, int columns) => checked((columns + MatrixProduct.Panel - 1) / MatrixProduct.Panel * MatrixProduct.Panel * rows);
}
