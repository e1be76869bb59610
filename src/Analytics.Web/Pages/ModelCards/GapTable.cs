using Analytics.Models.Estimates;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.ModelCards;

/// <summary>Advert gaps as a table (<c>_Gaps</c>).</summary>
public sealed record GapTable(Asked Asked, IReadOnlyList<AdvertGap> Gaps);
