using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Controls;

/// <summary>A number that flashes in the tint of its direction when it changed, at most once a second. The first value does not flash.</summary>
public sealed partial class FlashText(TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private long _flashedAt;
    private double _shown = double.NaN;
    private int _sequence;
    private string? _class;

    /// <summary>The number behind the text.</summary>
    [Parameter]
    [EditorRequired]
    public required double Value { get; set; }

    /// <summary>The number as it is shown.</summary>
    [Parameter]
    [EditorRequired]
    public required string Text { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Value.Equals(_shown))
        {
            return;
        }

        var isFirst = double.IsNaN(_shown);
        var now = time.GetTimestamp();
        if (!isFirst && (_sequence == 0 || time.GetElapsedTime(_flashedAt, now) >= Rest))
        {
            _class = Value > _shown ? "flash-up" : "flash-down";
            _flashedAt = now;
            _sequence++;
        }

        _shown = Value;
    }
}
