using AraWeb.Engine.Numerics.LinearAlgebra;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Numerics;

public sealed class PackedGramTests
{
    [Theory]
    [InlineData(1, 8)]
    [InlineData(7, 16)]
    [InlineData(120, 24)]
    public void Add_Block_GivesTheSumsInRowOrderToTheBit(int rows, int columns)
    {
        var x = CongruentialStream.Take(rows * columns, 5);
        var panels = new double[rows * columns];
        for (var i = 0; i < x.Length; i++)
        {
            var (row, column) = (i / columns, i % columns);
            panels[(column / 8 * rows * 8) + (row * 8) + (column % 8)] = x[i];
        }

        var gram = new double[columns * columns];
        PackedGram.Add(panels, rows, columns, gram);
        PackedGram.Add(panels, rows, columns, gram);
        PackedGram.Mirror(gram, columns);
        for (var i = 0; i < columns; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var sum = 0.0;
                for (var row = 0; row < rows; row++)
                {
                    sum += x[(row * columns) + i] * x[(row * columns) + j];
                }

                Assert.Equal(sum + sum, gram[(i * columns) + j]);
            }
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 8)]
    [InlineData(8, 8)]
    [InlineData(121, 128)]
    public void PaddedColumns_Count_IsRoundedUp(int columns, int expected) => Assert.Equal(expected, PackedGram.PaddedColumns(columns));
}
