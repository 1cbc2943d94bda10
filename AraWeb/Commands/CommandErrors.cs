using AraWeb.Engine.Core;

namespace AraWeb.Commands;

/// <summary>How a command says that it failed: words on the error stream, or with <c>--json</c> one object on the output; never a stack trace.</summary>
/// <param name="environment">Where to write.</param>
/// <param name="asJson">True for <c>--json</c>.</param>
internal sealed class CommandErrors(CommandEnvironment environment, bool asJson)
{
    /// <summary>Tells of an error that a person can act on.</summary>
    public int BadInput(AraException exception)
    {
        Write(exception.Code, exception.Message, exception.Advice);
        return ExitCodes.BadInput;
    }

    /// <summary>Tells of a command line that cannot be understood.</summary>
    public int BadCommandLine(string message, string advice)
    {
        Write("invalid-command-line", message, advice);
        return ExitCodes.BadInput;
    }

    /// <summary>Tells of a fault in the program.</summary>
    public int Unexpected(Exception exception)
    {
        Write(
            "unexpected",
            $"{exception.GetType().Name}: {exception.Message}",
            "This is a fault in Ara. Try again; if it lasts, report the command and this message.");
        return ExitCodes.Unexpected;
    }

    /// <summary>Tells that the command was stopped.</summary>
    public int Cancelled()
    {
        Write("cancelled", "Stopped.", "Nothing is half done: run the command again when you like.");
        return ExitCodes.Cancelled;
    }

    private void Write(string code, string message, string advice)
    {
        if (asJson)
        {
            environment.WriteJson(new { Error = new { Code = code, Message = message, Advice = advice } });
        }
        else
        {
            environment.Error.WriteLine($"ara: {message}");
            environment.Error.WriteLine(advice);
        }
    }
}
