using System.Text.RegularExpressions;

namespace Analytics.Ingest.Pages;

/// <summary>Lines and headings that belong to the page and not to its article, in English and Indonesian. Wordings in general use; no site's own.</summary>
internal static partial class Phrases
{
    /// <summary>A line that only leads to another article: "Baca juga: …", "Read more: …".</summary>
    public static bool LeadsElsewhere(string text) => Leads().IsMatch(text);

    /// <summary>A line of the page itself: "Advertisement", "Share this", "5 min read", "Follow us on …".</summary>
    public static bool IsPageTalk(string text) => text.Length < 240 && (PageTalk().IsMatch(text) || ReservesRights(text));

    /// <summary>A heading under which no article text follows: related links, comments, newsletter, about the author.</summary>
    public static bool EndsArticle(string heading) => heading.Length < 80 && Ending().IsMatch(heading);

    /// <summary>Who wrote it or when, alone on a line: "By Jane Roe", "Oleh: Budi", "Published on 3 May 2024".</summary>
    public static bool IsByline(string text) => text.Length < 120 && Byline().IsMatch(text);

    // Apart from the others, which all begin where the line begins: one that does not has all of them tried at every character.
    private static bool ReservesRights(string text) => text.Contains("rights", StringComparison.OrdinalIgnoreCase) && Rights().IsMatch(text);

    [GeneratedRegex(@"\ball\s+rights\s+reserved\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Rights();

    [GeneratedRegex("""
        ^\W*(baca\s+juga|baca\s+(selengkapnya|artikel|berita)|lihat\s+(juga|selengkapnya)|simak\s+(juga|pula|selengkapnya|video|artikel)|tonton\s+juga|artikel\s+(terkait|lainnya)
        |berita\s+(terkait|lainnya)|pilihan\s+editor
        |read\s+(more|also|next)\b|also\s+read|see\s+also|related(\s+(articles?|posts?|stor(y|ies)|content|reading|links?|topics?))?\s*(:|$)|further\s+reading\s*:|more\s+(on|from)\s+this
        |you\s+(may|might)\s+(also\s+)?(like|enjoy|be\s+interested)|don.t\s+miss|check\s+out\s+(more|our)\b
        |(à\s+)?lire\s+aussi|lea\s+(también|tambien)|leia\s+(mais|também)|mehr\s+zum\s+thema|lesen\s+sie\s+auch|recommended\s*(:|$|for\s+you))
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Leads();

    [GeneratedRegex("""
        ^\W*(advertisements?|sponsored(\s+content)?|iklan|ads?|promoted|publicidade?|publicité|anzeige|werbung|reklama)\W*$
        |^\W*(scroll\s+to\s+continue|gulir\s+(untuk|ke)|lanjut(kan)?\s+(membaca|ke\s+konten)|continue\s+reading|story\s+continues\s+below|article\s+continues\s+(below|after)|skip\s+to|skip\s+ad)
        |^\W*(share|bagikan|sebarkan|tweet|print|email|copy\s+link|salin\s+(tautan|link)|save|like|reply|balas|report|edit|follow|ikuti|subscribe|langganan|komentar|comments?
            |facebook|twitter|whatsapp|telegram|linkedin|pinterest|instagram|reddit|line|x|loading|download\s+app|tags?|topik|kata\s+kunci|editor|reporter|penulis|sumber\s+foto|foto|photo|image|gambar|video)\W*$
        |^\W*(share|bagikan|sebarkan)\s+(this|on|to|via|ke|di|artikel|berita|the)\b
        |^\W*(follow|ikuti)\s+(us|kami|me|saya)\b|^\W*(join|gabung)\s+(our|us|di\s+(channel|grup|kanal))\b|^\W*(ikuti|simak|dapatkan|baca|follow|get|read)\b.{0,80}\b(google\s+news|whatsapp|telegram|kanal|channel)\b
        |^\W*(sign\s+up|subscribe|daftar|berlangganan)\s+.{0,60}(newsletter|email|inbox|buletin|updates)
        |^\W*(get|dapatkan)\s+.{0,80}(in\s+your\s+inbox|newsletter|notifikasi|update\s+berita)
        |^\W*(tags?|topik|topics|kata\s+kunci|filed\s+under|posted\s+in|kategori|categor(y|ies)|editor|reporter|penulis|photo(\s+credit|\s+by)?|image(\s+credit|\s+source|s?\s+by)?|foto|ilustrasi|sumber\s+(foto|gambar)|source\s+image|gambas)\s*:.{0,100}$
        |^\W*\d+\s*(-\s*)?(min(ute)?s?|menit)\s+(read|baca|to\s+read|waktu\s+baca)\W*$|^\W*(read(ing)?\s+time|waktu\s+baca)\b
        |^\W*\d+\s*(comments?|komentar|shares?|likes?|views?|kali\s+dilihat|replies|balasan|claps?|upvotes?|points?)\W*$
        |^\W*(copyright|hak\s+cipta|©|all\s+rights\s+reserved)
        |^\W*(click|tap|klik)\s+(here\s+)?to\s+(share|print|email)|^\W*(leave|tinggalkan|tulis)\s+(a\s+|an?\s+)?(comment|reply|komentar|balasan)
        |^\W*(listen\s+to\s+this|dengarkan\s+artikel|was\s+this\s+(article|page|helpful)|apakah\s+(artikel|halaman)\s+ini\s+(membantu|bermanfaat)|have\s+more\s+questions\?|return\s+to\s+top|back\s+to\s+top|kembali\s+ke\s+atas|toggle|show\s+(more|less)|tampilkan\s+semua)
        |^\W*\d+\s+out\s+of\s+\d+\s+found\s+this\s+helpful|^\W*(halaman|page)\s*:?\s*\d+(\W+\d+)*\W*$|^\W*(next|previous|selanjutnya|sebelumnya|berikutnya)(\s+(page|article|post|halaman|artikel))?\W*$
        |^\W*(we|this\s+(site|website)|kami|situs\s+ini)\s+(use|uses|menggunakan)\s+cookies?\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PageTalk();

    [GeneratedRegex("""
        ^\W*((\d+\s+)?(comments?|komentar|responses|tanggapan|replies)(\s*\(?\d+\)?)?
        |(leave|post|write|add)\s+(a|your)\s+(comment|reply).*|(tinggalkan|tulis|beri)\s+(balasan|komentar).*|join\s+the\s+(conversation|discussion)
        |(related|similar|recommended|popular|trending|latest|recent|more|other)\s+(articles?|posts?|stories|story|news|reading|topics?|content|links|guides?|questions|pages|jobs)
        |you\s+(may|might)\s+(also\s+)?(like|enjoy).*|recommended(\s+for\s+you)?|more\s+from\s+.{0,40}|read\s+(next|more|also)|up\s+next|keep\s+reading|what\s+to\s+read\s+next|see\s+also|related|don.t\s+miss
        |(artikel|berita|tulisan|postingan|konten|topik|baca|informasi)\s+(terkait|lainnya|juga|terbaru|terpopuler|populer|menarik|pilihan|selanjutnya).*|terkait|terpopuler|terbaru|rekomendasi(\s+untuk\s+anda)?|pilihan\s+(editor|untukmu).*|baca\s+juga.*|lihat\s+juga.*
        |share\s+(this|the)\b.*|bagikan.*|about\s+the\s+author.*|tentang\s+penulis.*|follow\s+us.*|(subscribe|sign\s+up|newsletter)\b.*|(get|stay)\s+(the\s+latest|updated|in\s+touch).*
        |tags?|categories|kategori|arsip(\s+blog)?|archives?|blog\s+archive|blogroll|advertisements?|iklan|sponsored.*|navigation|menu|post\s+navigation|navigasi\s+pos|search|cari|footer)\W*$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Ending();

    [GeneratedRegex("""
        ^\W*(by|oleh|written\s+by|(medically\s+)?reviewed\s+by|ditulis\s+oleh|ditinjau\s+oleh|penulis|reporter|editor|posted\s+(by|on)|published(\s+on)?|updated(\s+on)?|last\s+(updated|modified)|diperbarui|diterbitkan|dipublikasikan|terakhir\s+diperbarui)\b\s*:?\s*(?!the\b|far\b|now\b|then\b|this\b|default\b|using\b|doing\b)[\p{L}\d].{0,80}(?<![.!?:])$
        |^\W*((mon|tues?|wednes|wed|thurs?|fri|satur|sun)(day)?|senin|selasa|rabu|kamis|jum.?at|sabtu|minggu)?\W*\d{1,2}[\s/.-]+(\d{1,2}|\p{L}{3,9})[\s/.,-]+\d{2,4}(\W+(at\s+)?\d{1,2}[:.]\d{2}(\s*(am|pm|wib|wita|wit|gmt|utc|est|et|pst))?)?\W*$
        |^\W*\d+\s+(minutes?|mins?|hours?|days?|weeks?|months?|years?|menit|jam|hari|minggu|pekan|bulan|tahun)\s+(ago|(yang\s+)?lalu)\W*$
        |^\W*(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.?\s+\d{1,2},?\s+\d{4}(\W+(at\s+)?\d{1,2}:\d{2}\s*(am|pm)?(\s*\p{Lu}{2,4})?)?\W*$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Byline();
}
