using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>The rules of the topics for one sentence: a topic is spoken of when its words stand together, or its value stands where the heading asks for it.</summary>
/// <param name="asked">What the heading, label or lead-in above asks for.</param>
/// <param name="isAnswer">Whether the sentence is the first after a question or label, and so answers it.</param>
internal sealed class StatementRules(StatementText text, SentenceSpan sentence, IReadOnlySet<StatementTopic> asked, bool isAnswer, SayStatement say)
{
    private const int ReachOfShare = 4;
    private readonly TokenSpan _whole = new(sentence.First, sentence.End);

    /// <param name="item">The topic that a list's lead-in gives to each of its items; null outside such lists.</param>
    public void Read(StatementTopic? item)
    {
        ReadWork(item);
        ReadAccess(item);
        var label = Label();
        foreach (var clause in text.Clauses(_whole))
            ReadMoney(clause, label);
    }

    private void ReadWork(StatementTopic? item)
    {
        if (Any(Cue.Working) && WorkTime.In(text.View, sentence) is { } time)
            Say(StatementTopic.WorkingTime, time);
        if (In(StatementCue.Done) && !In(StatementCue.Qualification) && TaskCount() is { } tasks)
            Say(StatementTopic.TasksDone, tasks);
        if (item == StatementTopic.WorkContent || ((Any(Cue.ConsistsOf) || In(StatementCue.ConsistsOf)) && text.Amounts(_whole).Count == 0))
            Say(StatementTopic.WorkContent);
    }

    private void ReadAccess(StatementTopic? item)
    {
        var joins = item == StatementTopic.WhoMayJoin || Any(Cue.Sought) || In(StatementCue.Sought) && text.View.Platforms.Count > 0
            || ((Any(Cue.MayJoin) || In(StatementCue.MayJoin)) && (asked.Contains(StatementTopic.WhoMayJoin) || text.Methods(_whole).Count == 0))
            || text.Age(_whole) is not null;
        if (joins)
            Say(StatementTopic.WhoMayJoin, text.Age(_whole));
        if ((In(StatementCue.Qualification) && In(StatementCue.BetterWork)) || Answers(StatementTopic.Qualification))
            Say(StatementTopic.Qualification);
        if (In(StatementCue.Newcomer) && In(StatementCue.LowPaid))
            Say(StatementTopic.Newcomers);
        var (isRejected, isDeactivated) = (In(StatementCue.Rejected), In(StatementCue.Deactivated));
        if (item == StatementTopic.RejectionOrDeactivation && !isRejected)
            isDeactivated = true;
        if (isRejected || isDeactivated)
            Say(StatementTopic.RejectionOrDeactivation, !isDeactivated ? "rejection" : isRejected ? "rejection deactivation" : "deactivation");
        else if (In(StatementCue.Open) || In(StatementCue.Waitlist) || In(StatementCue.Closed))
            Say(StatementTopic.Availability, In(StatementCue.Closed) ? "closed" : In(StatementCue.Waitlist) ? "waitlist" : "open");
    }

    private void ReadMoney(TokenSpan clause, string? label)
    {
        var isOwn = !text.Any(clause, StatementCue.Buyer) && !text.Any(clause, Cue.Wage);
        var method = label ?? text.Qualifier(clause);
        var isTold = isOwn && (ReadLeast(clause, method) | ReadFee(clause, method));
        isTold |= isOwn && ReadDays(clause, label ?? text.Subject(clause));
        var methods = text.Methods(clause);
        var isPaidOut = text.Any(clause, StatementCue.PaidOut) || text.Any(_whole, StatementCue.PaidOut) || asked.Contains(StatementTopic.PayoutMethod);
        // "For PayPal the amount must be €5" tells of the amount; a label ("PayPal: from €5") tells of both.
        if (methods.Count > 0 && isPaidOut && (!isTold || label is not null))
            say(StatementTopic.PayoutMethod, clause, sentence, string.Join(' ', label is null ? methods.Select(m => m.Name) : [label]), null);
    }

    /// <summary>Whether a least amount was said of some way of paying.</summary>
    private bool ReadLeast(TokenSpan clause, string? method)
    {
        var isLeast = text.Any(clause, StatementCue.Least) && (text.Any(clause, StatementCue.PaidOut) || text.Any(clause, StatementCue.Withdraw) || asked.Contains(StatementTopic.MinimumPayout));
        var isSaid = isLeast && (text.Any(_whole, StatementCue.Withdraw) || text.View.Any(clause.First, clause.End, Cue.Minimum) || asked.Contains(StatementTopic.MinimumPayout)) && !Any(Cue.FirstPerson);
        if (!isSaid && !(asked.Contains(StatementTopic.MinimumPayout) && isAnswer))
            return false;
        var amounts = text.Amounts(clause);
        var methods = text.Methods(clause);
        // "$1 for PayPal and $30 for a bank transfer."
        if (amounts.Count > 1 && amounts.Count == methods.Count)
        {
            foreach (var (amount, by) in amounts.Zip(methods))
                say(StatementTopic.MinimumPayout, clause, sentence, amount.Value, by.Name);
            return true;
        }

        if (amounts.Count == 0)
            return false;
        say(StatementTopic.MinimumPayout, clause, sentence, amounts[0].Value, method);
        return method is not null;
    }

    private bool ReadFee(TokenSpan clause, string? method)
    {
        var isAsked = asked.Contains(StatementTopic.Fee) && isAnswer;
        var (isFee, isCharged) = (text.Any(clause, StatementCue.Fee), text.Any(clause, StatementCue.Charged));
        var value = text.Any(clause, StatementCue.Free) ? "0" : Share(clause, isAsked);
        // An amount may be pay as well ("a fee of $50 for a translation"): it needs taking out, or a charge, beside it.
        if (value is null && (isAsked || (isFee || isCharged) && text.Any(clause, StatementCue.Withdraw)))
            value = AmountAfter(clause, StatementCue.Fee, StatementCue.Charged);
        if (value is null)
            return false;
        say(StatementTopic.Fee, clause, sentence, value, method);
        return method is not null;
    }

    private bool ReadDays(TokenSpan clause, string? method)
    {
        var isAsked = asked.Contains(StatementTopic.DaysToPayment);
        var isPaidOut = text.Any(clause, StatementCue.PaidOut) || text.Any(clause, StatementCue.Withdraw);
        var arrives = text.Any(clause, StatementCue.Arrives) && (isPaidOut || text.Any(clause, StatementCue.Money) || text.Any(_whole, StatementCue.PaidOut));
        var hasAmount = text.Amounts(clause).Count > 0;
        var isSanction = text.Any(clause, StatementCue.Deactivated);
        if (text.Duration(clause) is { } time && !isSanction && WorkTime.In(text.View, sentence) is null
            && (arrives || isAsked || (isPaidOut && !hasAmount && IsUntil(time.First, clause))))
        {
            say(StatementTopic.DaysToPayment, clause, sentence, time.Value, method);
            return method is not null;
        }

        if (!isPaidOut && !isAsked || hasAmount || isSanction || text.Pace(clause) is not { } pace)
            return false;
        say(StatementTopic.DaysToPayment, clause, sentence, pace, null);
        return false;
    }

    /// <summary>The share that follows a fee or a charge, or stands right before a fee ("a 10% fee").</summary>
    private string? Share(TokenSpan clause, bool isAsked)
    {
        foreach (var (share, first) in text.Percents(clause))
        {
            var before = new TokenSpan(Math.Max(clause.First, first - ReachOfShare), first);
            var after = new TokenSpan(first, Math.Min(clause.End, first + ReachOfShare));
            if (isAsked || text.Any(before, StatementCue.Fee) || text.Any(before, StatementCue.Charged) || text.Any(after, StatementCue.Fee))
                return share;
        }

        return null;
    }

    /// <summary>"within 3 days", "7 days after".</summary>
    private bool IsUntil(int first, TokenSpan clause)
    {
        var end = Counts.CountAt(text.View, first, clause.End)!.Value.End;
        return text.View.Any(first - 3, first, Cue.Within) || text.View.Any(end, end + 1, Cue.Within) || text.View.Any(end, end + 1, Cue.NetOf);
    }

    /// <summary>The way of paying before the colon of "Payoneer: from $20"; null without one.</summary>
    private string? Label()
    {
        for (var i = sentence.First; i < Math.Min(sentence.End, sentence.First + 5); i++)
        {
            if (text.View.IsMark(i, ':'))
                return text.Methods(new(sentence.First, i)) is [var only] ? only.Name : null;
        }

        return null;
    }

    private string? AmountAfter(TokenSpan clause, params StatementCue[] cues)
    {
        var amounts = text.Amounts(clause);
        for (var i = clause.First; i < clause.End; i++)
        {
            if (cues.Any(c => text.Has(i, c)) && amounts.Find(a => a.First > i) is { Value: { } value })
                return value;
        }

        return amounts is [var only] ? only.Value : null;
    }

    private string? TaskCount()
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (Counts.CountAt(text.View, i, sentence.End) is { Unit: "task", Value: > 1 } count)
                return $"{count.Value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)} tasks";
        }

        return null;
    }

    private bool Answers(StatementTopic topic) => isAnswer && asked.Contains(topic);

    private bool In(StatementCue cue) => text.Any(_whole, cue);

    private bool Any(Cue cue) => text.Any(_whole, cue);

    private void Say(StatementTopic topic, string? value = null) => say(topic, _whole, sentence, value, null);
}
