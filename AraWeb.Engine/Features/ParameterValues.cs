using System.Collections.Immutable;
using System.Globalization;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features;

/// <summary>Checked values for all parameters of one indicator.</summary>
public sealed class ParameterValues
{
    private readonly ImmutableArray<IndicatorParameter> _parameters;
    private readonly double[] _values;

    private ParameterValues(ImmutableArray<IndicatorParameter> parameters, double[] values) => (_parameters, _values) = (parameters, values);

    /// <summary>[number of parameters] the values in the order of the specification.</summary>
    public IReadOnlyList<double> All => _values;

    /// <summary>True when every value is the usual one.</summary>
    public bool AreDefaults => _parameters.Select(parameter => parameter.Default).SequenceEqual(_values);

    /// <summary>The usual values, with some of them replaced.</summary>
    /// <param name="parameters">What can be set.</param>
    /// <param name="replaced">Values by parameter name, in any case.</param>
    /// <exception cref="InputException">A name is unknown, or a value is out of range.</exception>
    public static ParameterValues Create(ImmutableArray<IndicatorParameter> parameters, IReadOnlyDictionary<string, double> replaced)
    {
        ArgumentNullException.ThrowIfNull(replaced);
        var values = parameters.Select(parameter => parameter.Default).ToArray();
        foreach (var (name, value) in replaced)
        {
            var index = IndexOf(parameters, name);
            if (index < 0)
            {
                throw new InputException("parameter", name, parameters.IsEmpty
                    ? "This indicator has no parameters."
                    : $"Use one of {string.Join(", ", parameters.Select(parameter => parameter.Name))}.");
            }

            values[index] = parameters[index].Check(value);
        }

        return new ParameterValues(parameters, values);
    }

    /// <summary>Value of a whole-numbered parameter.</summary>
    public int Whole(IndicatorParameter parameter) => (int)Real(parameter);

    /// <summary>Value of a parameter.</summary>
    public double Real(IndicatorParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return _values[IndexOf(_parameters, parameter.Name)];
    }

    /// <summary>The values in the usual notation, for example <c>12,26,9</c>.</summary>
    public override string ToString() => string.Join(',', _values.Select(value => value.ToString(CultureInfo.InvariantCulture)));

    private static int IndexOf(ImmutableArray<IndicatorParameter> parameters, string name)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            if (string.Equals(parameters[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
