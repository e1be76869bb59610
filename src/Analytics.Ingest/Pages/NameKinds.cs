namespace Analytics.Ingest.Pages;

/// <summary>What one word of an element's class or id tells.</summary>
[Flags]
internal enum NameKinds
{
    None = 0,
    Comments = 1 << 0,
    Aside = 1 << 1,
    Trimming = 1 << 2,
    Right = 1 << 3,
    Column = 1 << 4,
    Unfolding = 1 << 5,
    Playing = 1 << 6,
    Biography = 1 << 7,
    Author = 1 << 8,
    OfAuthor = 1 << 9,
    SmallPrint = 1 << 10,
    Caption = 1 << 11,
    Gallery = 1 << 12,
    Sources = 1 << 13,
    PostAuthor = 1 << 14,
    PostTime = 1 << 15,
    PostBody = 1 << 16,
    Header = 1 << 17,
    Thread = 1 << 18,
    BodyFirst = 1 << 19,
    BodySecond = 1 << 20,
    NotBody = 1 << 21,
}
