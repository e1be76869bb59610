using Analytics.Models.Platforms;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Platforms;

/// <summary>What a reader asks of a platform beside its pay.</summary>
public enum FactQuestion
{
    DoesItPay,
    IsThereWork,
    GettingPaid,
    Joining,
}

/// <summary>What is known of the topics that answer one question (<c>Topics</c>).</summary>
public sealed record TopicList(Asked Asked, FactQuestion Question, IReadOnlyList<TopicFacts> Topics)
{
    /// <summary>The topics of a question, in the order in which they are read.</summary>
    public static IReadOnlyList<StatementTopic> Of(FactQuestion question) => question switch
    {
        FactQuestion.DoesItPay => [StatementTopic.DaysToPayment, StatementTopic.RejectionOrDeactivation],
        FactQuestion.IsThereWork => [StatementTopic.Availability, StatementTopic.WorkingTime, StatementTopic.TasksDone, StatementTopic.WorkContent],
        FactQuestion.GettingPaid => [StatementTopic.PayoutMethod, StatementTopic.MinimumPayout, StatementTopic.Fee],
        FactQuestion.Joining => [StatementTopic.WhoMayJoin, StatementTopic.Qualification, StatementTopic.Newcomers],
        _ => throw new ArgumentOutOfRangeException(nameof(question), question, "This question has no topics yet."),
    };
}
