package org.comity.conference.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.conference.text.KeptText.Paragraph;

/**
 * One paragraph between two versions, word by word.
 *
 * @param place its number in the later version; 0 where it is gone there
 * @param before its number in the earlier one; 0 where it is new
 */
public record ComparedParagraph(int place, int before, Kind kind, List<Piece> pieces) {

    /** What became of it. */
    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /** Words that stayed, came or went. */
    public record Piece(Kind kind, String words) {}

    private static final Pattern TOKEN = Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}_'’]+|[^\\s\\p{L}\\p{M}\\p{N}]");

    /** In the order of the later version; what is gone stands where it stood. */
    static List<ComparedParagraph> of(List<Paragraph> earlier, List<Paragraph> later) {
        var old = earlier.stream().collect(Collectors.toMap(Paragraph::key, Function.identity()));
        var now = later.stream().collect(Collectors.toMap(Paragraph::key, Function.identity()));
        // What is gone follows the nearest paragraph before it that stayed.
        var gone = new TreeMap<Integer, List<Paragraph>>();
        int place = 0;
        for (var each :
                earlier.stream().sorted(Comparator.comparing(Paragraph::place)).toList()) {
            var stayed = now.get(each.key());
            if (stayed == null) {
                gone.computeIfAbsent(place, it -> new ArrayList<>()).add(each);
            } else {
                place = stayed.place();
            }
        }
        var compared = new ArrayList<ComparedParagraph>();
        gone.getOrDefault(0, List.of()).forEach(it -> compared.add(removed(it)));
        for (var each :
                later.stream().sorted(Comparator.comparing(Paragraph::place)).toList()) {
            var was = old.get(each.key());
            compared.add(was == null ? added(each) : between(was, each));
            gone.getOrDefault(each.place(), List.of()).forEach(it -> compared.add(removed(it)));
        }
        return List.copyOf(compared);
    }

    private static ComparedParagraph added(Paragraph it) {
        return new ComparedParagraph(it.place(), 0, Kind.ADDED, List.of(new Piece(Kind.ADDED, it.words())));
    }

    private static ComparedParagraph removed(Paragraph it) {
        return new ComparedParagraph(0, it.place(), Kind.REMOVED, List.of(new Piece(Kind.REMOVED, it.words())));
    }

    private static ComparedParagraph between(Paragraph was, Paragraph now) {
        var pieces = pieces(was.words(), now.words());
        boolean same = pieces.stream().allMatch(it -> it.kind() == Kind.SAME);
        return new ComparedParagraph(now.place(), was.place(), same ? Kind.SAME : Kind.CHANGED, pieces);
    }

    static List<Piece> pieces(String was, String now) {
        var source = tokens(was);
        var target = tokens(now);
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(source, target).getDeltas()) {
            int from = delta.getSource().getPosition();
            piece(pieces, Kind.SAME, source.subList(at, from));
            piece(pieces, Kind.REMOVED, delta.getSource().getLines());
            piece(pieces, Kind.ADDED, delta.getTarget().getLines());
            at = from + delta.getSource().size();
        }
        piece(pieces, Kind.SAME, source.subList(at, source.size()));
        return List.copyOf(pieces);
    }

    private static void piece(List<Piece> pieces, Kind kind, List<String> tokens) {
        if (!tokens.isEmpty()) pieces.add(new Piece(kind, String.join("", tokens)));
    }

    private static List<String> tokens(String words) {
        return TOKEN.matcher(words).results().map(it -> it.group()).toList();
    }
}
