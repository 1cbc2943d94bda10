namespace AraWeb.Engine.Sentiment.Rules;

/// <summary>What the rules see in one text: the balance of all they know, and the marks that a learned scorer may weigh anew.</summary>
internal sealed class RuleReading
{
    /// <summary>Words that stand at most so far from a direction are what moves.</summary>
    private const int Reach = 8;

    /// <summary>Words before one that can turn or weigh it.</summary>
    private const int Before = 3;

    private const double Turned = -0.7;
    private const double Strong = 1.3;
    private const double Weak = 0.7;

    /// <summary>How much a direction counts beside a word that speaks for itself, and what is left where nothing is named that moves.</summary>
    private const double DirectionWeight = 1.6;

    private const double NumberWeight = 1.4;
    private const double Unnamed = 0.6;
    private const double BareLoss = -0.8;
    private const double ToProfit = 2;
    private const double ToLoss = -2.5;

    private static readonly HashSet<string> Losses = new(["loss", "losses", "deficit", "impairment", "default", "layoffs"], StringComparer.Ordinal);

    private readonly List<string> _tokens;
    private readonly LexiconWord[] _words;
    private readonly HashSet<int> _moved = [];

    private RuleReading(List<string> tokens)
    {
        _tokens = tokens;
        _words = [.. tokens.Select(FinanceLexicon.Find)];
    }

    /// <summary>The balance: below zero for bad news, above for good, without bound.</summary>
    public double Balance { get; private set; }

    /// <summary>What was seen, as names: <c>up_good</c>, <c>down_loss</c>, <c>num_up</c>, <c>lex_pos</c> ...</summary>
    public List<string> Marks { get; } = [];

    /// <summary>Reads a text.</summary>
    public static RuleReading Of(string text)
    {
        var reading = new RuleReading(FinanceLexicon.Join(TextTokens.Of(text)));
        reading.Read();
        return reading;
    }

    private void Read()
    {
        var directed = false;
        for (var i = 0; i < _words.Length; i++)
        {
            directed |= TakeDirection(i);
        }

        foreach (var (at, direction) in NumberMoves.In(_tokens))
        {
            Marks.Add(direction > 0 ? "num_up" : direction < 0 ? "num_down" : "num_same");
            if (!directed)
            {
                var subject = Subject(at);
                Balance += NumberWeight * direction * (subject < 0 ? Unnamed : _words[subject].Polarity);
            }
        }

        Balance += NumberMoves.TurnsProfitable(_tokens) switch
        {
            > 0 => ToProfit,
            < 0 => ToLoss,
            _ => 0,
        };
        for (var i = 0; i < _words.Length; i++)
        {
            TakeWord(i);
        }
    }

    /// <summary>A rise or fall counts by what rises or falls.</summary>
    private bool TakeDirection(int i)
    {
        var direction = _words[i].Direction;
        if (direction == 0)
        {
            return false;
        }

        var name = direction > 0 ? "up_" : "down_";
        var subject = Subject(i);
        if (subject < 0)
        {
            Balance += DirectionWeight * direction * Unnamed * Weight(i);
            Marks.Add(name + "none");
            return true;
        }

        Balance += DirectionWeight * direction * _words[subject].Polarity * Weight(i);
        Marks.Add(name + (_words[subject].Polarity > 0 ? "good" : "bad"));
        Marks.Add(name + _tokens[subject]);
        return true;
    }

    private void TakeWord(int i)
    {
        var word = _words[i];
        if (word.Value != 0)
        {
            Marks.Add(word.Value > 0 ? "lex_pos" : "lex_neg");
            Balance += word.Direction == 0 ? word.Value * Weight(i) : 0;
        }
        else if (Losses.Contains(_tokens[i]) && !_moved.Contains(i))
        {
            Balance += BareLoss * Weight(i);
        }

        if (word.Is(WordRole.Negate))
        {
            Marks.Add("lex_not");
        }
    }

    /// <summary>The nearest thing that can move, in the same clause; -1 where there is none. It is remembered as spoken for.</summary>
    private int Subject(int at)
    {
        for (var distance = 1; distance <= Reach; distance++)
        {
            foreach (var candidate in (ReadOnlySpan<int>)[at - distance, at + distance])
            {
                if (candidate >= 0 && candidate < _words.Length && _words[candidate].Polarity != 0 && IsOneClause(candidate, at))
                {
                    _moved.Add(candidate);
                    return candidate;
                }
            }
        }

        return -1;
    }

    private bool IsOneClause(int a, int b)
    {
        for (var i = Math.Min(a, b); i < Math.Max(a, b); i++)
        {
            if (_tokens[i] is "." or ";" || _words[i].Is(WordRole.Clause))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What stands before a word, and just after it, turns it round or weighs it.</summary>
    private double Weight(int at)
    {
        var weight = 1.0;
        for (var i = Math.Max(0, at - Before); i < at; i++)
        {
            weight *= _words[i].Is(WordRole.Negate) ? Turned : Emphasis(i);
        }

        return at + 1 < _words.Length ? weight * Emphasis(at + 1) : weight;
    }

    private double Emphasis(int i) => _words[i].Is(WordRole.Stronger) ? Strong : _words[i].Is(WordRole.Weaker) ? Weak : 1;
}
