using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features;

/// <summary>
/// A formula over the bars of one instrument. An implementation is one file that says what the catalogue shows and composes its columns; it keeps no state
/// and fetches nothing. Found by reflection: it needs a constructor without arguments.
/// </summary>
internal interface IIndicator
{
    /// <summary>What the catalogue says of it.</summary>
    IndicatorSpec Spec { get; }

    /// <summary>Composes the columns, one for each output in its order. A column's value at a row may depend on that row and on earlier ones only.</summary>
    IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values);
}
