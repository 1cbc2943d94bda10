namespace AraWeb.Engine.Features.Patterns;

/// <summary>
/// A rule for a shape of bars. An implementation is one file that says what the catalogue shows and how well given bars fit; it keeps no state. Found by
/// reflection: it needs a constructor without arguments. A rule is written once; where its mirror image has a name of its own, the same rule finds that on
/// prices turned upside down.
/// </summary>
internal interface IPattern
{
    /// <summary>What the catalogue says of it.</summary>
    PatternSpec Spec { get; }

    /// <summary>The pattern that the rule finds upside down: null for none, <see cref="Spec"/> itself where both sides have one name.</summary>
    PatternSpec? Mirror { get; }
}
