package org.comity.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Identifier;
import org.comity.sealing.OfficialLetter.Block;
import org.comity.sealing.OfficialLetter.Item;
import org.comity.sealing.OfficialLetter.Table;

/**
 * Numbers the identifiers that a letter lists, through the whole letter, so that an answer can speak of <i>item 2</i>. They
 * are found again among the lines of what the act says: its reading knows lines, and letters alone need their parts.
 */
final class NumberedIdentifiers {

    private static final String AFTER_KIND = ": ";

    private final Map<String, Identifier> lines = new HashMap<>();
    private final LetterBlocks set;
    private final boolean period;
    private int last;

    NumberedIdentifiers(Map<String, Object> body, LetterBlocks set) {
        Identifier.allIn(body).forEach(it -> lines.put(it.line(), it));
        this.set = set;
        var said = new BodyFields(body);
        this.period = !said.text("from").isEmpty() || !said.text("until").isEmpty();
    }

    /** How many were numbered so far. */
    int last() {
        return last;
    }

    /** An item, and below it the table of what it lists, if it lists identifiers. */
    List<Block> item(String mark, String label, List<String> paragraphs) {
        var others = new ArrayList<String>();
        var rows = new ArrayList<List<String>>();
        for (var paragraph : paragraphs) {
            var at = listed(paragraph);
            if (at < 0) {
                others.add(paragraph);
            } else {
                rows.add(row(paragraph.substring(0, at), paragraph.substring(at + AFTER_KIND.length())));
            }
        }
        if (rows.isEmpty()) {
            return List.of(new Item(mark, label, paragraphs));
        }
        var heads = List.of(
                set.say("letters.table.number"),
                set.say("letters.table.kind"),
                set.say("letters.table.identifier"),
                set.say("letters.table.time"));
        return List.of(new Item(mark, label, others), timed(heads, rows));
    }

    /** Without the column of times where none is said of any. */
    private static Table timed(List<String> heads, List<List<String>> rows) {
        int time = heads.size() - 1;
        return rows.stream().allMatch(it -> it.get(time).isEmpty())
                ? new Table(
                        heads.subList(0, time),
                        rows.stream().map(it -> it.subList(0, time)).toList())
                : new Table(heads, rows);
    }

    private List<String> row(String kind, String line) {
        var identifier = Objects.requireNonNull(lines.get(line));
        var time = (identifier.time().replace('T', ' ') + " " + identifier.zone()).strip();
        return List.of(
                Integer.toString(++last),
                kind,
                identifier.value(),
                time.isEmpty() && period ? set.say("letters.table.whole-period") : time);
    }

    /** Where the kind ends before a line that is an identifier; less than 0 where it is none. */
    private int listed(String paragraph) {
        int at = paragraph.indexOf(AFTER_KIND);
        while (at >= 0 && !lines.containsKey(paragraph.substring(at + AFTER_KIND.length()))) {
            at = paragraph.indexOf(AFTER_KIND, at + 1);
        }
        return at;
    }
}
