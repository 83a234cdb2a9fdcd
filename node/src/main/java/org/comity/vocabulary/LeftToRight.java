package org.comity.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds in a sentence what reads from left to right in one piece, whatever the sentence around it does: phone numbers,
 * addresses, references, times with their zone, hashes, names of files. Without it their groups of digits change places in
 * Arabic.
 */
public final class LeftToRight {

    // A group that repeats does so possessively: else the matcher goes one frame deeper with each repetition, and what
    // a
    // counterpart wrote may hold thousands.
    private static final String HOUR = "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?";
    private static final String ZONE = "(?:UTC|GMT|Z|[+-][0-9]{2}:?[0-9]{2}|[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+)";

    private static final Pattern RUN = Pattern.compile(
            // a web address
            "[a-z]{3,6}://[^\\s<>\"'()«»،؛]*[A-Za-z0-9/=_-]"
                    // a phone number, with its groups
                    + "|\\+[0-9]{1,4}(?:[ .-]?\\(?[0-9]{1,5}\\)?){1,6}(?![0-9A-Za-z])"
                    // a hash in groups, perhaps shortened
                    + "|[0-9a-f]{8}(?: (?:[0-9a-f]{8}|…|\\.\\.\\.)(?![0-9A-Za-z]))++"
                    // an IPv6 address that begins with a colon
                    + "|::[0-9a-fA-F:.]*[0-9a-fA-F](?:/[0-9]{1,3})?"
                    // all else, and the hour or zone that follows it
                    + "|[A-Za-z0-9+](?:[A-Za-z0-9()./:_+@#–-]*[A-Za-z0-9)])?(?: (?:" + HOUR + "(?: ?" + ZONE + ")?|"
                    + ZONE + ")(?![0-9A-Za-z]))*+");

    private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\p{IsArabic}\\p{IsHebrew}&&\\p{L}]");
    private static final Pattern WORDS_AFTER =
            Pattern.compile("(?: [A-Za-z][A-Za-z'-]*+(?![A-Za-z0-9@:/_]|\\.[A-Za-z0-9]))++");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_-]++(?:\\.[A-Za-z_-]++)++");

    private LeftToRight() {}

    /** @param kept it reads from left to right in one piece */
    public record Piece(String text, boolean kept) {}

    /** The sentence, cut; together they are what was given. */
    public static List<Piece> pieces(String sentence) {
        var pieces = new ArrayList<Piece>();
        var runs = RUN.matcher(sentence);
        boolean turned = RIGHT_TO_LEFT.matcher(sentence).find();
        int from = 0;
        while (runs.find()) {
            var run = whole(runs.group());
            if (runs.start() < from || !needed(run)) continue;
            int begin = turned ? before(sentence, from, runs.start()) : runs.start();
            int end = runs.start() + run.length();
            if (turned) end = after(sentence, end);
            if (begin > from) pieces.add(new Piece(sentence.substring(from, begin), false));
            pieces.add(new Piece(sentence.substring(begin, end), true));
            from = end;
        }
        if (from < sentence.length()) pieces.add(new Piece(sentence.substring(from), false));
        return pieces;
    }

    /** Latin words around it belong to it: {@code disk image.E01}, {@code 24/7 Contact Point}. Walked backwards, each letter once. */
    private static int before(String sentence, int from, int start) {
        int begin = start;
        while (begin > from && sentence.charAt(begin - 1) == ' ') {
            int end = begin - 1;
            if (end > from && sentence.charAt(end - 1) == '.') end--;
            int word = end;
            while (word > from && ofWord(sentence.charAt(word - 1))) word--;
            while (word < end && !letter(sentence.charAt(word))) word++;
            if (word == end) break;
            begin = word;
        }
        return begin;
    }

    private static boolean ofWord(char it) {
        return letter(it) || it == '\'' || it == '-';
    }

    private static boolean letter(char it) {
        return it >= 'A' && it <= 'Z' || it >= 'a' && it <= 'z';
    }

    private static int after(String sentence, int end) {
        var words = WORDS_AFTER.matcher(sentence).region(end, sentence.length()).useTransparentBounds(true);
        return words.lookingAt() ? words.end() : end;
    }

    /** A bracket that was opened before the run closes after it. */
    private static String whole(String run) {
        boolean closesMore = run.chars().filter(it -> it == ')').count()
                > run.chars().filter(it -> it == '(').count();
        return run.endsWith(")") && closesMore ? run.substring(0, run.length() - 1) : run;
    }

    private static boolean needed(String run) {
        boolean figures =
                run.chars().anyMatch(Character::isDigit) && run.chars().anyMatch(it -> !Character.isDigit(it));
        boolean name =
                run.indexOf('@') > 0 || run.contains("://") || NAME.matcher(run).matches();
        return run.length() > 1 && (figures || name);
    }
}
