package org.comity.desk;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.Drafts;
import org.comity.casework.SeenCalls;
import org.comity.desk.Handover.Line;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/**
 * Leaves out of a note, at each reading, the lines of requests that were closed to its reader since: a note is kept as it was
 * written, and is shown for long.
 */
@Component
class SeenLines {

    private static final Pattern CALL = Pattern.compile("/calls/([0-9]{1,18})");
    private static final Pattern DRAFT = Pattern.compile("/drafts/([^/]+)/.*");

    private final Compartments compartments;
    private final Requests requests;
    private final Drafts drafts;
    private final SeenCalls calls;

    SeenLines(Compartments compartments, Requests requests, Drafts drafts, SeenCalls calls) {
        this.compartments = compartments;
        this.requests = requests;
        this.drafts = drafts;
        this.calls = calls;
    }

    /** What is closed to the reader is read once for all of them. */
    List<Handover> of(List<Handover> notes, Official by) {
        var hidden = notes.isEmpty() ? Set.<String>of() : compartments.hiddenFrom(by.id());
        if (hidden.isEmpty()) return notes;
        var names =
                requests.ofThreads(hidden).stream().flatMap(SeenLines::names).collect(Collectors.toSet());
        return notes.stream()
                .map(note -> note.with(note.lines().stream()
                        .filter(it -> it.thread().isEmpty() ? sees(it, names, by) : !hidden.contains(it.thread()))
                        .toList()))
                .toList();
    }

    /** Of a call, of an act that opens a request, and of older notes. */
    private boolean sees(Line line, Set<String> names, Official by) {
        if (!line.reference().isEmpty()) return !names.contains(line.reference());
        var call = CALL.matcher(line.path());
        if (call.matches()) return !calls.hides(Long.parseLong(call.group(1)), by);
        var draft = DRAFT.matcher(line.path());
        return !draft.matches() || seesDraft(draft.group(1), by);
    }

    private boolean seesDraft(String id, Official by) {
        try {
            return !compartments.hides(drafts.get(id), by);
        } catch (RuleBroken gone) {
            return true;
        }
    }

    /** As a line may have named it: a number that two authorities gave had one alone at first. */
    private static Stream<String> names(RequestRow row) {
        return Stream.of(row.reference(), row.address(), new RequestAddress(row.author(), row.reference()).path());
    }
}
