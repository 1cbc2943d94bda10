using System.CommandLine;

namespace AraWeb.Commands;

/// <summary>Words on the command line that are no options.</summary>
internal static class Words
{
    /// <summary>Makes an argument that refuses what looks like an option, which is a mistyped one.</summary>
    public static Argument<string> Argument(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError($"Unrecognized option '{token.Value}'.");
            }
        });
        return argument;
    }
}
