namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Finds a number by its rank without sorting all (Hoare's quickselect with the middle of three as pivot).</summary>
internal static class Rank
{
    /// <summary>The k-th largest number.</summary>
    /// <param name="values">[n] none NaN; their order changes.</param>
    /// <param name="k">1 for the largest, n for the least.</param>
    public static double Largest(Span<double> values, int k)
    {
        var low = 0;
        var high = values.Length - 1;
        var place = values.Length - k;
        while (low < high)
        {
            var pivot = Middle(values[low], values[low + ((high - low) / 2)], values[high]);
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot)
                {
                    i++;
                }

                while (values[j] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (place <= j)
            {
                high = j;
            }
            else if (place >= i)
            {
                low = i;
            }
            else
            {
                break;
            }
        }

        return values[place];
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
