package org.comity.casework.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.comity.casework.Search.Kind;
import org.comity.vocabulary.AddressRange;
import org.comity.vocabulary.CutText;

/** What is found by its beginning, as it is kept and as it is asked for. */
final class SearchKeys {

    private static final int LONGEST = 200;
    private static final int SHORTEST = 3;
    private static final int SHORTEST_HASH = 6;
    /** Letters of a key from within; who types more begins at the beginning. */
    private static final int LONGEST_WITHIN = 60;
    /** Letters of one name that it is found from; of a longer one the first, and those that begin a word. */
    static final int MOST_STARTS = 60;

    private static final List<Kind> WITHIN = List.of(Kind.IDENTIFIER, Kind.FILE);
    private static final Pattern HEX = Pattern.compile("[0-9a-f ]+");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ().-]*");

    private SearchKeys() {}

    /** Under these it is kept: whole, and from where people begin to type it. */
    static Set<String> of(Kind kind, String said) {
        var plain = whole(said);
        var keys = new LinkedHashSet<String>();
        keys.add(plain);
        switch (kind) {
            case REFERENCE -> {
                keys.add(plain.substring(plain.lastIndexOf('-') + 1));
                keys.add(plain.substring(plain.lastIndexOf('-') + 1).replaceFirst("^0+", ""));
            }
            case IDENTIFIER -> {
                keys.add(plain.substring(plain.indexOf('@') + 1));
                keys.addAll(identical(said));
            }
            default -> {}
        }
        keys.remove("");
        return keys;
    }

    /** Under these one identifier is the same, however it is written: in full, without what a web address begins with, in digits. */
    static Set<String> identical(String identifier) {
        var plain = whole(identifier);
        var keys = new LinkedHashSet<String>();
        keys.add(plain);
        keys.add(plain.replaceFirst("^https?://(www\\.)?", ""));
        if (PHONE.matcher(plain).matches()) keys.add(digits(plain));
        AddressRange.of(plain).ifPresent(keys::add);
        keys.remove("");
        return keys;
    }

    /** Under these it is found from within: from its second letter on, its third, and so on to the last three. */
    static Set<String> within(Kind kind, String said) {
        var keys = new LinkedHashSet<String>();
        if (WITHIN.contains(kind)) {
            var names = of(kind, said);
            names.forEach(it -> endings(it, true, keys));
            names.forEach(it -> endings(it, false, keys));
        }
        return keys;
    }

    private static void endings(String key, boolean words, Set<String> keys) {
        for (int from = 1; from <= key.length() - SHORTEST && keys.size() < MOST_STARTS; from++) {
            int to = Math.min(key.length(), from + LONGEST_WITHIN);
            // Half a letter is none that a database keeps.
            if (Character.isLowSurrogate(key.charAt(from))) continue;
            if (words && Character.isLetterOrDigit(key.codePointBefore(from))) continue;
            if (Character.isHighSurrogate(key.charAt(to - 1))) to--;
            keys.add(key.substring(from, to));
        }
    }

    /** Kinds of which people remember the middle. */
    static List<Kind> within(String asked) {
        return asked.length() > LONGEST_WITHIN ? List.of() : WITHIN;
    }

    /** What was typed, as it may be kept; empty where it is too short to begin anything. */
    static Set<String> asked(String typed) {
        var plain = whole(typed);
        var keys = new LinkedHashSet<String>();
        keys.add(plain);
        if (HEX.matcher(plain).matches()) keys.add(plain.replace(" ", ""));
        if (PHONE.matcher(plain).matches()) keys.add(digits(plain));
        keys.removeIf(it -> it.length() < SHORTEST);
        return keys;
    }

    /** A beginning of fewer than six digits would name every hash. */
    static List<Kind> kinds(String asked) {
        return HEX.matcher(asked).matches() && asked.length() >= SHORTEST_HASH && asked.indexOf(' ') < 0
                ? List.of(Kind.REFERENCE, Kind.IDENTIFIER, Kind.FILE, Kind.ACT_HASH, Kind.ITEM_HASH)
                : List.of(Kind.REFERENCE, Kind.IDENTIFIER, Kind.FILE);
    }

    /** What is the same however it is written: small letters, one space. */
    static String whole(String said) {
        return cut(SearchWords.plain(said).replaceAll("\\s+", " "));
    }

    private static String digits(String phone) {
        return "+" + phone.replaceAll("[^0-9]", "");
    }

    private static String cut(String text) {
        return CutText.to(text, LONGEST);
    }
}
