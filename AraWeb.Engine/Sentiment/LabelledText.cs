namespace AraWeb.Engine.Sentiment;

/// <summary>A text that somebody has judged.</summary>
/// <param name="Text">The text.</param>
/// <param name="Class">The judgement.</param>
public readonly record struct LabelledText(string Text, SentimentClass Class);
