using AraWeb.Engine.Core;

namespace AraWeb.Engine.Registry;

/// <summary>All stages that the versions of one id took, oldest first. The last change of a version is where it stands.</summary>
/// <param name="Id">The model.</param>
/// <param name="Changes">What happened.</param>
public sealed record ModelStages(string Id, IReadOnlyList<StageChange> Changes)
{
    /// <summary>Where a version stands; null for one that has no stage.</summary>
    public ModelStage? Of(int version)
    {
        for (var i = Changes.Count - 1; i >= 0; i--)
        {
            if (Changes[i].Version == version)
            {
                return Changes[i].Stage;
            }
        }

        return null;
    }

    /// <summary>The version that holds a stage now; of several the one that took it last. Null when none does.</summary>
    public int? Holder(ModelStage stage)
    {
        for (var i = Changes.Count - 1; i >= 0; i--)
        {
            if (Changes[i].Stage == stage && Of(Changes[i].Version) == stage)
            {
                return Changes[i].Version;
            }
        }

        return null;
    }

    /// <summary>The version that held a stage at a moment; null when none did.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="moment">UTC; what was changed later does not count.</param>
    public int? HolderAt(ModelStage stage, DateTimeOffset moment) => (this with { Changes = [.. Changes.Where(change => change.At <= moment)] }).Holder(stage);

    /// <summary>With a new candidate.</summary>
    internal ModelStages Enter(int version, string reason, DateTimeOffset at) => With(new StageChange(version, ModelStage.Candidate, reason, at));

    /// <summary>With a version kept out of use.</summary>
    /// <exception cref="InputException">It is in use.</exception>
    internal ModelStages Refuse(int version, string reason, DateTimeOffset at) => Of(version) == ModelStage.Live
        ? throw new InputException("version", version, "It is in use: roll back first.")
        : With(new StageChange(version, ModelStage.Refused, reason, at));

    /// <summary>With a version in use; the one before becomes the previous, and the previous one retires.</summary>
    /// <exception cref="InputException">It is in use already, or was refused.</exception>
    internal ModelStages Promote(int version, string reason, DateTimeOffset at)
    {
        if (Of(version) is not (ModelStage.Candidate or ModelStage.Previous or ModelStage.Retired))
        {
            throw new InputException("version", version, "Name a version that is neither in use nor refused; 'ara models list' shows the stages.");
        }

        var changes = new List<StageChange>();
        if (Holder(ModelStage.Previous) is { } previous && previous != version)
        {
            changes.Add(new StageChange(previous, ModelStage.Retired, $"Version {version} went live.", at));
        }

        if (Holder(ModelStage.Live) is { } live)
        {
            changes.Add(new StageChange(live, ModelStage.Previous, $"Version {version} went live.", at));
        }

        return With([.. changes, new StageChange(version, ModelStage.Live, reason, at)]);
    }

    /// <summary>With the previous version in use again; the one in use retires.</summary>
    /// <exception cref="InputException">There is no previous version.</exception>
    internal ModelStages Rollback(string reason, DateTimeOffset at)
    {
        var previous = Holder(ModelStage.Previous)
            ?? throw new InputException("id", Id, "It has no previous version to go back to; 'ara models list' shows the stages.");
        var restored = new StageChange(previous, ModelStage.Live, reason, at);
        return Holder(ModelStage.Live) is { } live ? With(new StageChange(live, ModelStage.Retired, reason, at), restored) : With(restored);
    }

    private ModelStages With(params StageChange[] changes) => this with { Changes = [.. Changes, .. changes] };
}
