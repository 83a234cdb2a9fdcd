package org.comity.forum;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Warns of what looks like the data of a case or a person: rooms are no place for these. It proves nothing and stops nobody; who
 * writes looks and decides, and that is kept.
 */
final class CaseDataCheck {

    private record Look(String kind, Pattern pattern) {}

    private static final List<Look> LOOKS = List.of(
            look("mail", "[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,5}"),
            look(
                    "address",
                    "(?<![\\d.])(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}(?![\\d.]*\\d)"),
            look("address", "(?<![0-9A-Za-z:])(?:[0-9a-fA-F]{1,4}:){4,7}[0-9a-fA-F]{1,4}(?![0-9A-Za-z:])"),
            look("address", "(?<![0-9A-Za-z:])[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,5}::[0-9a-fA-F]{0,4}"),
            look("wallet", "(?<![0-9A-Za-z])0x[0-9a-fA-F]{40}(?![0-9A-Za-z])"),
            look("wallet", "(?<![0-9A-Za-z])(?:bc1|tb1)[02-9ac-hj-np-z]{11,71}(?![0-9A-Za-z])"),
            look("wallet", "(?<![0-9A-Za-z])[13][1-9A-HJ-NP-Za-km-z]{25,34}(?![0-9A-Za-z])"),
            look("wallet", "(?<![0-9A-Za-z])T[1-9A-HJ-NP-Za-km-z]{33}(?![0-9A-Za-z])"),
            look(
                    "hash",
                    "(?<![0-9A-Za-z])(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}|[0-9a-fA-F]{128})(?![0-9A-Za-z])"),
            look("phone", "(?<![\\d+])(?:\\+|00)\\d(?:[ ()./-]?\\d){7,14}(?!\\d)"),
            look("account", "(?<![0-9A-Za-z])[A-Z]{2}\\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,4})?(?![0-9A-Za-z])"),
            look("name", "(?<![\\p{L}])(?:Mr|Mrs|Ms|Miss|Dr|M\\.|Mme|Judge|Sr|Sra|Herr|Frau)\\.? +\\p{Lu}[\\p{L}'’-]+"),
            look("name", "(?<![\\p{L}])(?:السيد|السيدة|الدكتور|القاضي|المتهم|المشتبه به) +\\p{L}{2,}"),
            // A name beside a birth or the number of a document.
            look(
                    "name",
                    "\\p{Lu}[\\p{L}'’-]+ +\\p{Lu}[\\p{L}'’-]+[,;( ]{1,3}(?:born|né|née|nacid[oa]|passport|ID|DOB)(?![\\p{L}])"));

    private CaseDataCheck() {}

    private static Look look(String kind, String pattern) {
        return new Look(kind, Pattern.compile(pattern));
    }

    /** Kinds of what it saw, each once; empty if nothing. Words {@code forum.warned.<kind>}. */
    static List<String> of(String text) {
        var seen = new ArrayList<String>();
        for (var look : LOOKS) {
            if (!seen.contains(look.kind()) && look.pattern().matcher(text).find()) seen.add(look.kind());
        }
        return List.copyOf(seen);
    }
}
