namespace AraWeb.Components.Controls;

/// <summary>What a panel shows in place of data that could not be had.</summary>
/// <param name="Message">What happened.</param>
/// <param name="Advice">What to do next.</param>
/// <param name="Code">The stable code of the error.</param>
/// <param name="TraceId">Under which the log has the details.</param>
public sealed record ViewError(string Message, string Advice, string Code, string TraceId);
