namespace AraWeb.Components.Controls;

/// <summary>Makes the four states of <see cref="AsyncState{TValue}"/>.</summary>
internal static class AsyncStates
{
    /// <summary>On its way.</summary>
    public static AsyncState<TValue> Loading<TValue>()
        where TValue : class => new();

    /// <summary>Absent.</summary>
    public static AsyncState<TValue> Empty<TValue>()
        where TValue : class => new() { IsEmpty = true };

    /// <summary>Failed.</summary>
    public static AsyncState<TValue> Failed<TValue>(ViewError error)
        where TValue : class => new() { Error = error };

    /// <summary>There.</summary>
    public static AsyncState<TValue> Ready<TValue>(TValue value)
        where TValue : class => new() { Value = value };
}
