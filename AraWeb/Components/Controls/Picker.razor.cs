using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace AraWeb.Components.Controls;

/// <summary>
/// A text field over a list that narrows as one types: the combobox pattern of WAI-ARIA 1.2. Arrow keys move, Enter chooses, Escape leaves. What the lines are
/// and in which order they come is the owner's; the picker knows nothing of instruments.
/// </summary>
public sealed partial class Picker
{
    private readonly string _inputId = ElementId.Next("picker");
    private readonly string _listId = ElementId.Next("list");
    private IReadOnlyList<PickerGroup> _groups = [];
    private string _text = string.Empty;
    private int _active;
    private int _searches;
    private Task _filtering = Task.CompletedTask;
    private bool _open;
    private bool _loaded;

    /// <summary>Name of the field, read by screen readers.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    /// <summary>Lines for what was typed; all lines for an empty text.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<string, ValueTask<IReadOnlyList<PickerGroup>>> Search { get; set; }

    /// <summary>Receives the chosen line.</summary>
    [Parameter]
    [EditorRequired]
    public required EventCallback<PickerOption> OnChosen { get; set; }

    /// <summary>What stands in the field while nobody types.</summary>
    [Parameter]
    public string Value { get; set; } = string.Empty;

    /// <summary>A hint in an empty field.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>Says that no line fits, and what to do.</summary>
    [Parameter]
    public string NothingFound { get; set; } = "Nothing found.";

    /// <summary>True for the one field that the slash key reaches.</summary>
    [Parameter]
    public bool IsGlobal { get; set; }

    /// <summary>Classes for its place.</summary>
    [Parameter]
    public string? Class { get; set; }

    private string Shown => _open ? _text : Value;

    private string? ActiveId => _open && Count > 0 ? OptionId(_active) : null;

    private int Count => _groups.Sum(group => group.Options.Count);

    private string OptionId(int position) => string.Create(CultureInfo.InvariantCulture, $"{_listId}-option-{position}");

    private string GroupId(int index) => string.Create(CultureInfo.InvariantCulture, $"{_listId}-group-{index}");

    private async Task OpenAsync()
    {
        if (_open)
        {
            return;
        }

        _open = true;
        _loaded = false;
        _text = Value;
        await FilterAsync(string.Empty);
    }

    private async Task TypeAsync(string text)
    {
        _open = true;
        _text = text;
        await FilterAsync(text);
    }

    private Task FilterAsync(string text) => _filtering = FilterCoreAsync(text);

    private async Task FilterCoreAsync(string text)
    {
        _active = 0;
        var search = ++_searches;
        var groups = await Search(text);
        if (search == _searches)
        {
            // A slow answer to an earlier text never replaces that to the newest one.
            (_groups, _active, _loaded) = (groups, 0, true);
        }
    }

    private void Close() => _open = false;

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" or "ArrowUp" when !_open:
                await OpenAsync();
                break;
            case "ArrowDown":
                _active = Count == 0 ? 0 : (_active + 1) % Count;
                break;
            case "ArrowUp":
                _active = Count == 0 ? 0 : (_active + Count - 1) % Count;
                break;
            case "Enter" when _open:
                await _filtering;
                if (Count > 0)
                {
                    await ChooseAsync(_groups.SelectMany(group => group.Options).ElementAt(_active));
                }

                break;
            case "Escape":
                Close();
                break;
            default:
                break;
        }
    }

    private Task ChooseAsync(PickerOption option)
    {
        Close();
        return OnChosen.InvokeAsync(option);
    }
}
