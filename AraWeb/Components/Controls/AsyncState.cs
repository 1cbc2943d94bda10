namespace AraWeb.Components.Controls;

/// <summary>
/// Where a panel's data stands: coming, absent, failed or there. Exactly one of the four. Refreshing keeps the old data in view, so it is no state of its own.
/// Public because components take it as a parameter; made by <see cref="AsyncStates"/>.
/// </summary>
/// <typeparam name="TValue">The data.</typeparam>
public sealed record AsyncState<TValue>
    where TValue : class
{
    /// <summary>Nothing there and nothing wrong: the panel says what to do.</summary>
    public bool IsEmpty { get; internal init; }

    /// <summary>What went wrong; null when nothing did.</summary>
    public ViewError? Error { get; internal init; }

    /// <summary>The data; null in the other states.</summary>
    public TValue? Value { get; internal init; }

    /// <summary>The data is on its way.</summary>
    public bool IsLoading => !IsEmpty && Error is null && Value is null;
}
